using System.Globalization;
using System.Numerics;

namespace MLNet.Gan.Metrics;

/// <summary>
/// The container of PyTorch before 1.6: the pickles of a magic number, a version, the machine, the object and the
/// storages' keys, followed by the storages.
/// </summary>
internal static class TorchLegacy
{
    private const long Version = 1001;

    private static readonly BigInteger Magic =
        BigInteger.Parse("119547037146038801333356", CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">It is damaged, or not as <c>torch.save</c> writes it.</exception>
    public static TorchFile Read(byte[] file)
    {
        var input = new ByteCursor(file);
        if (Pickle() is not BigInteger magic || magic != Magic)
            throw new FormatException("It does not begin with the magic number of torch.save.");
        if (Pickle() is not Version)
            throw new FormatException($"It is not of version {Version} of torch.save.");
        if (Pickle() is not PickleMapping machine || !machine.Pairs.Contains(("little_endian", true)))
            throw new FormatException("Its numbers are not little-endian. Save it again on a little-endian machine.");

        var pickle = new PickleMachine(input);
        var root = pickle.Run();
        if (Pickle() is not List<object?> keys)
            throw new FormatException("It does not list its storages.");

        var storages = new Dictionary<string, ReadOnlyMemory<byte>>();
        foreach (var key in keys)
        {
            if (key is not string name || !pickle.Storages.TryGetValue(name, out var storage))
                throw new FormatException($"It lists a storage '{key}', which no tensor has.");

            var count = input.Int64();
            if (count != storage.Count)
                throw new FormatException($"The storage '{name}' has {count} values, but its tensors need {storage.Count}.");
            if (!storages.TryAdd(name, input.Take(storage.Length)))
                throw new FormatException($"It has the storage '{name}' twice.");
        }

        return new(root, storages);

        object? Pickle() => new PickleMachine(input).Run();
    }
}
