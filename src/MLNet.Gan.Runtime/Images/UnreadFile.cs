namespace MLNet.Gan;

/// <summary>A file or a link of a folder that should be an image and cannot be read.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Reason">Why; the message names the path and says what to do.</param>
internal sealed record UnreadFile(string Path, FormatException Reason);
