namespace MLNet.Gan;

/// <summary>A file or a link of a folder that should be an image and cannot be read.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Reason">Why; the message names the path and says what to do.</param>
internal sealed record UnreadFile(string Path, FormatException Reason)
{
    private const int InFull = 3;

    /// <summary>Returns what is wrong with some of many files in whole sentences, of the first ones in full.</summary>
    /// <param name="problems">The files that cannot be read, at least one.</param>
    /// <param name="count">The number of all files.</param>
    /// <param name="place">Where they are, such as "in 'folder'".</param>
    public static string Summary(IReadOnlyList<UnreadFile> problems, int count, string place)
    {
        if (problems.Count == 1)
            return problems[0].Reason.Message;
        var (first, rest) = (problems.Take(InFull), problems.Skip(InFull).Select(problem => problem.Path).ToList());
        return $"{problems.Count} of {count} files {place} cannot be read. "
            + string.Join(" ", first.Select(problem => problem.Reason.Message))
            + (rest.Count > 0 ? $" The others are {Listed.Names(rest)}." : "");
    }
}
