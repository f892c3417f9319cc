using System.Text;

namespace MLNet.Gan;

/// <summary>A kind of file that is no image that can be read, recognized by its first bytes.</summary>
/// <param name="Name">Its name, with an article.</param>
/// <param name="Advice">What to do with it, in a whole sentence.</param>
/// <param name="Signature">The bytes.</param>
/// <param name="At">Where they stand.</param>
internal sealed record FileKind(string Name, string Advice, byte[] Signature, int At = 0)
{
    private const string Convert = "Convert it to PNG.", Again = "Download it again.";

    private static readonly FileKind[] Known =
    [
        new("a Git LFS pointer, not the file that it stands for", "Run 'git lfs pull'.", [.. "version https://git-lfs"u8]),
        new("a git-annex pointer, not the file that it stands for", "Run 'git annex get'.", [.. "/annex/objects/"u8]),
        new("a TIFF image", Convert, [.. "II*\0"u8]),
        new("a TIFF image", Convert, [.. "MM\0*"u8]),
        new("a TIFF image", Convert, [.. "II+\0"u8]),
        new("a TIFF image", Convert, [.. "MM\0+"u8]),
        new("an AVIF image", Convert, [.. "ftypavif"u8], 4),
        new("a HEIC image", Convert, [.. "ftyphei"u8], 4),
        new("a HEIC image", Convert, [.. "ftypmif1"u8], 4),
        new("a video", "Save its frames as PNG.", [.. "ftyp"u8], 4),
        new("a JPEG 2000 image", Convert, [0, 0, 0, 12, .. "jP  "u8]),
        new("a JPEG 2000 image", Convert, [0xFF, 0x4F, 0xFF, 0x51]),
        new("a JPEG XL image", Convert, [0, 0, 0, 12, .. "JXL "u8]),
        new("a JPEG XL image", Convert, [0xFF, 0x0A]),
        new("an icon", Convert, [0, 0, 1, 0]),
        new("a Photoshop document", Convert, [.. "8BPS"u8]),
        new("an OpenEXR image", Convert, [0x76, 0x2F, 0x31, 0x01]),
        new("a Netpbm image of a kind that is not read", Convert, [.. "P1"u8]),
        new("a Netpbm image of a kind that is not read", Convert, [.. "P2"u8]),
        new("a Netpbm image of a kind that is not read", Convert, [.. "P3"u8]),
        new("a Netpbm image of a kind that is not read", Convert, [.. "P4"u8]),
        new("a Netpbm image of a kind that is not read", Convert, [.. "P7"u8]),
        new("an SVG drawing", Convert, [.. "<svg"u8]),
        new("a PDF document", Convert, [.. "%PDF"u8]),
        new("a NumPy array", "Save its images as PNG, or as bytes [N, H, W, 3] named arr_0 in a .npz file, which 'gan-fid' reads.",
            [0x93, .. "NUMPY"u8]),
        new("a ZIP archive, as .npz and .pt files are", "Unpack it if it holds images; name a .npz file itself instead of its folder.",
            [.. "PK\u0003\u0004"u8]),
        new("a Python pickle, as .pt and .pkl files are", "Save its images as PNG.", [0x80, 2]),
        new("a Python pickle, as .pt and .pkl files are", "Save its images as PNG.", [0x80, 4]),
        new("a gzip file", "Unpack it.", [0x1F, 0x8B]),
        new("a RAR archive", "Unpack it.", [.. "Rar!"u8]),
        new("a 7-Zip archive", "Unpack it.", [.. "7z"u8, 0xBC, 0xAF]),
        new("metadata of macOS", "Delete it.", [0, 5, 0x16, 7]),
    ];

    /// <summary>Returns what a file is and what to do, as the end of a sentence and a whole one.</summary>
    public static string Describe(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
            return "it is empty. Copy or download it again.";
        foreach (var kind in Known)
        {
            if (file.Length >= kind.At && file[kind.At..].StartsWith(kind.Signature))
                return $"it is {kind.Name}. {kind.Advice}";
        }

        if (file.IndexOfAnyExcept((byte)0) < 0)
            return "it holds zeros only, as an interrupted download leaves them. Download it again.";
        return Text(file) is not { } text ? $"its first bytes, {FirstBytes(file)}, are those of no format that is known. "
                + "Save it again as PNG, or remove it."
            : text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
                ? $"it is an HTML page, which a server sent in the place of the file. {Again}"
            : text.Contains("<svg", StringComparison.Ordinal) ? $"it is an SVG drawing. {Convert}"
            : $"it is text, which begins with '{(text.Length > 20 ? text[..20] + "…" : text)}'. {Again}";
    }

    private static string FirstBytes(ReadOnlySpan<byte> file) =>
        BitConverter.ToString([.. file[..Math.Min(8, file.Length)]]).Replace('-', ' ');

    /// <summary>Returns the beginning of a text on one line; null if the file is none.</summary>
    private static string? Text(ReadOnlySpan<byte> file)
    {
        var start = file[..Math.Min(file.Length, 200)];
        foreach (var value in start)
        {
            if (value is < (byte)' ' and not ((byte)'\t' or (byte)'\n' or (byte)'\r') or 0x7F)
                return null;
        }

        var text = Encoding.UTF8.GetString(start).Trim('\uFEFF', ' ', '\t', '\r', '\n', '\uFFFD').ReplaceLineEndings(" ");
        return text.Contains('\uFFFD', StringComparison.Ordinal) || text.Length == 0 ? null : text;
    }
}
