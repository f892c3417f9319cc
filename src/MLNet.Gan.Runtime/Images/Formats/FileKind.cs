namespace MLNet.Gan;

/// <summary>Says what a file is that should be an image and is none that can be read.</summary>
internal static class FileKind
{
    /// <summary>Returns what a file is and what to do, as the end of a sentence and a whole one.</summary>
    public static string Describe(ReadOnlySpan<byte> file) =>
        FileContent.Of(file) is { IsReadImage: false } content ? $"it is {content.Is}. {content.AmongImages}"
            : FileContent.Text(file) is { } text ? $"it is text, which begins with '{text}'. Download it again."
            : $"its first bytes, {FileContent.FirstBytes(file)}, are those of no format that is known. Save it again as PNG, or remove it.";
}
