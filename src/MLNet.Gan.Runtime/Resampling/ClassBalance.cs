namespace MLNet.Gan;

/// <summary>The balances of classes of this package.</summary>
public static class ClassBalance
{
    /// <summary>As many rows of every class as of the most frequent one.</summary>
    public static IClassBalance Equal { get; } = new EqualBalance();

    /// <summary>A multiple of the rows of every class, but no more than the most frequent one has.</summary>
    /// <param name="factor">The factor, at least 1.</param>
    public static IClassBalance By(double factor) => new FactorBalance(factor);

    /// <summary>Given numbers of rows; classes that are not named get none.</summary>
    /// <param name="rows">By class, the number of rows with the real ones; not fewer than there are.</param>
    public static IClassBalance To(IReadOnlyDictionary<string, int> rows) => new GivenBalance(rows);
}
