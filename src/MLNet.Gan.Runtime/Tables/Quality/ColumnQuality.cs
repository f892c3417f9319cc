namespace MLNet.Gan.Metrics;

/// <summary>A column of synthetic rows beside that of real rows.</summary>
public sealed record ColumnQuality
{
    /// <summary>The column's name; of a vector, a slot's.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// "KS" where values are numbers or dates: the statistic of Kolmogorov and Smirnov, of the values that are there. "TV" where they are
    /// categories: the total variation distance of their shares, a missing one being a category.
    /// </summary>
    public required string Measure { get; init; }

    /// <summary>The shape's score, from 0 to 1 (equal): 1 − the distance that <see cref="Measure"/> names.</summary>
    public required double Shape { get; init; }

    /// <summary>The shape's score of holdout rows, as many as synthetic ones: what chance alone gives. Null without a holdout.</summary>
    public double? Reference { get; init; }

    /// <summary>The share of real rows without a value, from 0 to 1.</summary>
    public required double RealMissing { get; init; }

    /// <summary>The share of synthetic rows without a value, from 0 to 1.</summary>
    public required double SyntheticMissing { get; init; }

    /// <summary>
    /// Of numbers, the share of the range between the real quantiles of 1 % and 99 % that lies between the smallest and the largest
    /// synthetic one; of categories, the share of those with 1 % of the real rows or more that occur. From 0 to 1.
    /// </summary>
    public required double Coverage { get; init; }

    /// <summary>The share of all real categories that occur, however rare; null for numbers.</summary>
    public double? CoverageOfAll { get; init; }

    /// <summary>
    /// The categories of 1 % of the real rows or more that have lost more than half of their share, beyond chance: the intervals of the
    /// two shares do not meet. The most frequent first; empty for numbers.
    /// </summary>
    public IReadOnlyList<LostCategory> Lost { get; init; } = [];

    /// <summary>The categories of synthetic rows that no real row has, in ordinal order; empty for numbers.</summary>
    public IReadOnlyList<string> Foreign { get; init; } = [];

    /// <summary>The distance that two samples of the same values have on average.</summary>
    internal double ExpectedDistance { get; init; }

    /// <summary>What the column's picture shows.</summary>
    internal ColumnBars Bars { get; init; } = ColumnBars.None;
}
