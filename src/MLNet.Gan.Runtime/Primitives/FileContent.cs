using System.Text;

namespace MLNet.Gan;

/// <summary>What the first bytes of a file show, for the message about a file that is not what was expected.</summary>
/// <param name="Is">What the file is, as the end of a sentence: "a PNG image".</param>
/// <param name="Do">What to do, as sentences.</param>
internal sealed record FileContent(string Is, string Do)
{
    private const int Longest = 512;

    /// <summary>Several arrays of NumPy.</summary>
    public static readonly FileContent Arrays = new("a file of NumPy arrays (.npz)", "Give it the extension .npz.");

    /// <summary>An object of PyTorch in a zip.</summary>
    public static readonly FileContent Torch = new("a file of PyTorch (.pt or .pth)",
        "Save statistics as .npz, from Python with np.savez(\"statistics.npz\", mu=…, sigma=…); 'gan-fid import' reads the weights "
            + "of the Inception network.");

    /// <summary>A zip of other files.</summary>
    public static readonly FileContent Archive = new("a zip archive", "Unpack it, and name the folder or the file in it.");

    private static readonly FileContent
        Nothing = new("empty", "Get it again, and check that the file was copied whole."),
        Pointer = new("a pointer of Git LFS instead of the file itself", "Get the file with 'git lfs pull'."),
        Page = new("a web page", "Download the file itself, not the page that shows it."),
        Array = new("a single array of NumPy (.npy)",
            "Save arrays as .npz: np.savez(\"statistics.npz\", mu=mu, sigma=sigma) for statistics, "
                + "np.savez(\"images.npz\", arr_0=images) for images."),
        Packed = new("a gzip archive", "Unpack it first."),
        Document = new("a PDF document", "Name another file."),
        Tables = new("an HDF5 file", "Save its arrays as .npz with np.savez.");

    private static readonly (byte[] Start, FileContent Content)[] Starts =
    [
        ([.. "version https://git-lfs"u8], Pointer),
        ([0x89, .. "PNG"u8], Image("PNG")), ([0xFF, 0xD8, 0xFF], Image("JPEG")), ([.. "GIF8"u8], Image("GIF")),
        ([.. "II*\0"u8], Image("TIFF")), ([.. "MM\0*"u8], Image("TIFF")), ([.. "BM"u8], Image("BMP")),
        ([0x93, .. "NUMPY"u8], Array), ([0x1F, 0x8B], Packed), ([.. "%PDF"u8], Document), ([0x89, .. "HDF"u8], Tables),
    ];

    /// <summary>Returns what a file is; null if its beginning does not show it.</summary>
    /// <param name="path">A file that exists.</param>
    public static FileContent? OfFile(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[Longest];
        return Of(start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
    }

    /// <summary>Returns what a file is; null if its beginning does not show it.</summary>
    /// <param name="file">The bytes of the file, or the first of them.</param>
    public static FileContent? Of(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
            return Nothing;
        if (file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8))
            return Image("WebP");
        if (file.StartsWith("PK\x03\x04"u8))
            return OfZip(file);
        foreach (var (start, content) in Starts)
        {
            if (file.StartsWith(start))
                return content;
        }

        var text = Encoding.Latin1.GetString(file[..Math.Min(file.Length, Longest)]).TrimStart('\xEF', '\xBB', '\xBF', ' ', '\t', '\r', '\n');
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? Page : null;
    }

    /// <summary>Returns what a zip is, by the name of its first entry.</summary>
    private static FileContent OfZip(ReadOnlySpan<byte> file)
    {
        const int nameLength = 26, nameStart = 30;
        if (file.Length < nameStart)
            return Archive;
        var length = Math.Min(file[nameLength] | file[nameLength + 1] << 8, Math.Min(file.Length, Longest) - nameStart);
        var name = Encoding.Latin1.GetString(file.Slice(nameStart, length));
        return name.EndsWith(".npy", StringComparison.Ordinal) ? Arrays
            : name.EndsWith("data.pkl", StringComparison.Ordinal) || name.EndsWith("/.format_version", StringComparison.Ordinal) ? Torch
            : Archive;
    }

    private static FileContent Image(string format) => new($"a {format} image", "Name the folder of the images.");
}
