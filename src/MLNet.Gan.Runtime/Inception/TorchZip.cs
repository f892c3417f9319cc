using System.IO.Compression;
using System.Text;

namespace MLNet.Gan.Metrics;

/// <summary>The container of PyTorch 1.6 and later: a zip whose entries are stored, never compressed.</summary>
internal static class TorchZip
{
    private const int MostEntries = 1 << 14;
    private const string Pickle = "data.pkl";

    /// <exception cref="FormatException">It is damaged, or not as <c>torch.save</c> writes it.</exception>
    public static TorchFile Read(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false));
            return Read(zip, file.Length);
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException or NotSupportedException
            or ArgumentException or OverflowException)
        {
            throw new FormatException($"Its zip is cut short or damaged: {damage.Message}", damage);
        }
    }

    private static TorchFile Read(ZipArchive zip, long left)
    {
        if (zip.Entries.Count > MostEntries)
            throw new FormatException($"Its zip has {zip.Entries.Count} entries, more than {MostEntries}.");

        var entries = new Dictionary<string, ZipArchiveEntry>();
        foreach (var entry in zip.Entries)
        {
            if (!entries.TryAdd(entry.FullName, entry))
                throw new FormatException($"Its zip has two entries '{entry.FullName}'.");
        }

        var pickles = entries.Keys.Where(name => name == Pickle || name.EndsWith($"/{Pickle}", StringComparison.Ordinal));
        if (pickles.ToArray() is not [var pickle])
            throw new FormatException($"Its zip needs one entry '{Pickle}', as torch.save writes it.");

        var folder = pickle[..^Pickle.Length];
        if (entries.ContainsKey($"{folder}byteorder") && Encoding.UTF8.GetString(Stored("byteorder")) != "little")
            throw new FormatException("Its numbers are not little-endian. Save it again on a little-endian machine.");

        var machine = new PickleMachine(new ByteCursor(Stored(Pickle)));
        var root = machine.Run();
        return new(root, machine.Storages.Values.ToDictionary(
            storage => storage.Key, storage => (ReadOnlyMemory<byte>)Stored($"data/{storage.Key}", storage.Length)));

        // Entries may overlap in a malicious zip, but no more is read than its own length.
        byte[] Stored(string name, long? expected = null)
        {
            var entry = entries.GetValueOrDefault(folder + name)
                ?? throw new FormatException($"Its zip lacks the entry '{folder + name}'.");
            if (entry.Length != entry.CompressedLength)
                throw new FormatException(
                    $"The entry '{entry.FullName}' is compressed from {entry.Length} to {entry.CompressedLength} bytes, "
                        + "but torch.save never compresses.");
            if (entry.Length != (expected ?? entry.Length) || (left -= entry.Length) < 0)
                throw new FormatException(
                    $"The entry '{entry.FullName}' claims {entry.Length} bytes, "
                        + (expected is { } bytes ? $"where the tensors need {bytes}." : "more than the file has."));

            using var content = entry.Open();
            var stored = new byte[entry.Length];
            content.ReadExactly(stored);
            return stored;
        }
    }
}
