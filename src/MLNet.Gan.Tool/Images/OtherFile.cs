using System.IO.Compression;

namespace MLNet.Gan.Tool.Images;

/// <summary>Recognizes files that are no images, statistics or tables that can be read.</summary>
internal static class OtherFile
{
    /// <summary>Returns what a file is that is to be an IDX file, gzipped or not; null if it begins as one.</summary>
    public static FileContent? At(string path)
    {
        var start = FileContent.Start(path);
        if (FileContent.Of(start) is not { } content)
            return OfStart(start);
        if (content != FileContent.Packed)
            return content;
        return Unpacked(path) is { } inner && (FileContent.Of(inner) ?? OfStart(inner)) is { } packed
            ? new($"{packed.Is}, compressed by gzip", $"Unpack it first. {packed.Do}")
            : null;
    }

    /// <summary>Returns what a file is that is to be a table; null if it is text.</summary>
    public static FileContent? InsteadOfATable(string path)
    {
        var start = FileContent.Start(path);
        var content = FileContent.Of(start);
        if (content is { IsText: true })
            return content;
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || !FileContent.HasControlCharacters(start))
            return null; // UTF-16 is text, too, and so is what only begins with the letters of another format.
        return content == FileContent.Packed ? Compressed(path)
            : content is not null ? content
            : !start.Contains((byte)0) ? null // Text of older systems has control characters, but no zeros.
            : new($"no text: it begins with {FileContent.FirstBytes(start)}", "Save the table as CSV in UTF-8.");
    }

    private static FileContent? OfStart(byte[] start) => start is [0, 0, ..] ? null
        : IsOnnx(start) ? new("an ONNX model under another name", "Give it the extension .onnx.")
        : FileContent.Text(start) is { } text ? new($"text, which begins with '{text}'", "Compare tables with 'gan-fid table'.")
        : new($"of no kind that is known, beginning with {FileContent.FirstBytes(start)}", "Save images as PNG, and name their folder.");

    private static FileContent Compressed(string path) =>
        Unpacked(path) is { } inner && FileContent.Of(inner) is { } packed ? new($"{packed.Is}, compressed by gzip", $"Unpack it first. {packed.Do}")
            : FileContent.Packed;

    /// <summary>Returns the beginning of a gzip archive's file; null if it is damaged.</summary>
    private static byte[]? Unpacked(string path)
    {
        try
        {
            using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            return FileContent.Start(file);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Returns whether a file begins as ONNX's exporters write it: the version, and a name or the graph.</summary>
    private static bool IsOnnx(ReadOnlySpan<byte> start) => start is [0x08, > 0 and < 32, 0x12 or 0x1A or 0x22 or 0x28 or 0x32 or 0x3A or 0x42, ..];
}
