namespace MLNet.Gan.Tool.Tables;

/// <summary>How the text of a table is read.</summary>
/// <param name="Separator">What stands between two values.</param>
/// <param name="HasHeader">Whether the first line has the names of the columns.</param>
internal sealed record TableFormat(char Separator, bool HasHeader)
{
    /// <summary>The columns that are read as categories, even if all or most values are numbers.</summary>
    public IReadOnlyCollection<string> Categories { get; init; } = [];
}
