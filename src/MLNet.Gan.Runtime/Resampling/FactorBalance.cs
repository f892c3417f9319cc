namespace MLNet.Gan;

/// <summary>A multiple of the rows of every class, rounded, but no more than the most frequent one has.</summary>
public sealed record FactorBalance : IClassBalance
{
    /// <param name="factor">The factor, at least 1.</param>
    public FactorBalance(double factor) => Factor = factor;

    /// <summary>The factor, at least 1.</summary>
    public double Factor
    {
        get;
        init => field = double.IsFinite(value) && value >= 1 ? value : throw Check.OutOfRange(nameof(Factor), value, "a number of at least 1");
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, int> RowsToAdd(IReadOnlyDictionary<string, int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var most = counts.Values.DefaultIfEmpty().Max();
        return counts.ToDictionary(count => count.Key, count => (int)Math.Min(Math.Round(Factor * count.Value), most) - count.Value);
    }
}
