using System.Text;

namespace MLNet.Gan;

/// <summary>What the first bytes of a file show, for the message about a file that is not what was expected.</summary>
/// <param name="Is">What the file is, as the end of a sentence: "a PNG image".</param>
/// <param name="Do">What to do, as sentences.</param>
internal sealed record FileContent(string Is, string Do)
{
    private const int Longest = 512;

    /// <summary>Several arrays of NumPy.</summary>
    public static readonly FileContent Arrays = new("a file of NumPy arrays (.npz)", "Give it the extension .npz.")
    {
        AmongImages = "Name the file itself instead of its folder.",
    };

    /// <summary>An object of PyTorch in a zip.</summary>
    public static readonly FileContent Torch = new("a file of PyTorch (.pt or .pth)", OfTorch) { AmongImages = "Save its images as PNG." };

    /// <summary>An object of Python, or of PyTorch before version 1.6.</summary>
    public static readonly FileContent Pickle =
        new("a pickle of Python (.pkl, or .pt of an older PyTorch)", OfTorch) { AmongImages = "Save its images as PNG." };

    /// <summary>A zip of other files.</summary>
    public static readonly FileContent Archive =
        new("a zip archive", "Unpack it, and name the folder or the file in it.") { AmongImages = "Unpack it." };

    /// <summary>One file, compressed.</summary>
    public static readonly FileContent Packed = new("a gzip archive", "Unpack it first.");

    private const string OfTorch = "Save statistics as .npz, from Python with np.savez(\"statistics.npz\", mu=…, sigma=…); those that "
        + "torch-fidelity keeps are s = torch.load(FILE, weights_only=False) with s[\"mu\"] and s[\"sigma\"]. 'gan-fid import' reads the "
        + "weights of the Inception network; export other networks with torch.onnx.export.";

    private static readonly FileContent
        Nothing = new("empty", "Get it again, and check that the file was copied whole."),
        Zeros = new("a file that begins with zeros, as an interrupted download leaves it",
            "Get it again, and check that the file was copied whole."),
        Page = new("a web page", "Download the file itself, not the page that shows it.") { IsText = true },
        Drawing = new("an SVG drawing", "Convert the images to PNG, and name their folder.") { IsText = true, AmongImages = "Convert it to PNG." },
        Safetensors = new("a file of safetensors",
            "Save statistics as .npz, from Python with np.savez(\"statistics.npz\", mu=…, sigma=…); export networks with torch.onnx.export.")
        {
            AmongImages = "Save its images as PNG.",
        },
        Office = new("a document of Office (.xlsx, .docx, .ods)", "Save a table as CSV, and compare it with 'gan-fid table'.")
        {
            AmongImages = "Save its images as PNG.",
        };

    /// <summary>What to do with it in a folder of images, in a whole sentence.</summary>
    public string AmongImages { get => field ?? Do; init; }

    /// <summary>Whether such a file is text, or begins as text.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether it is an image that can be read.</summary>
    public bool IsReadImage { get; init; }

    /// <summary>Returns what a file is; null if its beginning does not show it.</summary>
    /// <param name="path">A file that exists.</param>
    public static FileContent? OfFile(string path) => Of(Start(path));

    /// <summary>Returns the first bytes of a file.</summary>
    /// <param name="path">A file that exists.</param>
    public static byte[] Start(string path)
    {
        using var file = File.OpenRead(path);
        return Start(file);
    }

    /// <summary>Returns the first bytes of a stream.</summary>
    public static byte[] Start(Stream file)
    {
        var start = new byte[Longest];
        return start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Returns what a file is; null if its beginning does not show it.</summary>
    /// <param name="file">The bytes of the file, or the first of them.</param>
    public static FileContent? Of(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
            return Nothing;
        if (file.StartsWith("PK\x03\x04"u8))
            return OfZip(file);
        if (KnownFiles.Find(file) is { } known)
            return known;
        if (file.Length > 9 && file[4..10] is [0, 0, 0, 0, (byte)'{', (byte)'"'])
            return Safetensors; // The length of the JSON, in eight bytes, and the JSON.
        if (file.Length > 8 && file[..Math.Min(file.Length, Longest)].IndexOfAnyExcept((byte)0) < 0)
            return Zeros;

        var text = Encoding.Latin1.GetString(file[..Math.Min(file.Length, Longest)]).TrimStart('\xEF', '\xBB', '\xBF', ' ', '\t', '\r', '\n');
        bool Begins(string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
        return Begins("<!doctype html") || Begins("<html") ? Page
            : Begins("<svg") || (Begins("<?xml") && text.Contains("<svg", StringComparison.Ordinal)) ? Drawing
            : null;
    }

    /// <summary>Returns the beginning of a text on one line; null if the file is none.</summary>
    /// <param name="file">The bytes of the file, or the first of them.</param>
    public static string? Text(ReadOnlySpan<byte> file)
    {
        const int shown = 20;
        var start = file[..Math.Min(file.Length, 200)];
        if (HasControlCharacters(start))
            return null;
        var text = Encoding.UTF8.GetString(start).Trim('\uFEFF', ' ', '\t', '\r', '\n', '\uFFFD').ReplaceLineEndings(" ");
        return text.Contains('\uFFFD', StringComparison.Ordinal) || text.Length == 0 ? null
            : text.Length > shown ? text[..shown] + "…" : text;
    }

    /// <summary>Returns whether bytes are no text, except in UTF-16 and UTF-32.</summary>
    public static bool HasControlCharacters(ReadOnlySpan<byte> file)
    {
        foreach (var value in file)
        {
            if (value is < (byte)' ' and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') or 0x7F)
                return true;
        }

        return false;
    }

    /// <summary>Returns the first bytes in hexadecimal digits, for messages.</summary>
    public static string FirstBytes(ReadOnlySpan<byte> file) => BitConverter.ToString([.. file[..Math.Min(8, file.Length)]]).Replace('-', ' ');

    /// <summary>Returns what a zip is, by the name of its first entry.</summary>
    private static FileContent OfZip(ReadOnlySpan<byte> file)
    {
        const int nameLength = 26, nameStart = 30;
        if (file.Length < nameStart)
            return Archive;
        var length = Math.Min(file[nameLength] | file[nameLength + 1] << 8, Math.Min(file.Length, Longest) - nameStart);
        var name = Encoding.Latin1.GetString(file.Slice(nameStart, length));
        bool Begins(string start) => name.StartsWith(start, StringComparison.Ordinal);
        return name.EndsWith(".npy", StringComparison.Ordinal) ? Arrays
            : name.EndsWith("data.pkl", StringComparison.Ordinal) || name.EndsWith("/.format_version", StringComparison.Ordinal) ? Torch
            : name is "[Content_Types].xml" or "mimetype" || Begins("_rels/") || Begins("docProps/") || Begins("xl/") ? Office
            : Archive;
    }
}
