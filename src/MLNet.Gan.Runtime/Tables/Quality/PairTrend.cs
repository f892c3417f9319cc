namespace MLNet.Gan.Metrics;

/// <summary>How two columns of a table go together, in real and in synthetic rows.</summary>
public sealed record PairTrend
{
    /// <summary>The first column.</summary>
    public required string First { get; init; }

    /// <summary>The second column.</summary>
    public required string Second { get; init; }

    /// <summary>
    /// What <see cref="Real"/> and <see cref="Synthetic"/> are: "Spearman's ρ" of two columns of numbers, in [−1, 1], else "Cramér's V",
    /// in [0, 1].
    /// </summary>
    public required string Measure { get; init; }

    /// <summary>How strongly the columns go together in real rows; NaN where a column of numbers is constant.</summary>
    public required double Real { get; init; }

    /// <summary>The same in synthetic rows.</summary>
    public required double Synthetic { get; init; }

    /// <summary>
    /// The score, from 0 to 1 (equal): 1 − |ρ − ρ'| / 2 of two columns of numbers, where the ρ of a constant one counts as 0; else 1 − the
    /// total variation distance of the tables of how often values occur together. A number's values are the tenths of the real ones,
    /// and a category's the 50 most frequent real ones and all others.
    /// </summary>
    public required double Score { get; init; }

    /// <summary>The score of holdout rows, as many as synthetic ones: what chance alone gives. Null without a holdout.</summary>
    public double? Reference { get; init; }
}
