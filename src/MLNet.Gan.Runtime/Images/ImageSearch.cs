namespace MLNet.Gan;

/// <summary>Which files of a folder are searched for images.</summary>
internal sealed record ImageSearch
{
    /// <summary>How many levels of folders are searched; 0 for the files of the folder itself.</summary>
    public int Depth { get; init; } = int.MaxValue;

    /// <summary>
    /// The ends of the names to read, regardless of case, "" for names without an extension; empty for the extensions of
    /// formats that can be read.
    /// </summary>
    public IReadOnlyList<string> Suffixes { get; init; } = [];
}
