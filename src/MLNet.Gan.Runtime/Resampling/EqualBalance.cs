namespace MLNet.Gan;

/// <summary>As many rows of every class as of the most frequent one.</summary>
public sealed record EqualBalance : IClassBalance
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, int> RowsToAdd(IReadOnlyDictionary<string, int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var most = counts.Values.DefaultIfEmpty().Max();
        return counts.ToDictionary(count => count.Key, count => most - count.Value);
    }
}
