namespace MLNet.Gan.Metrics;

/// <summary>Synthetic rows that equal a training row in all columns.</summary>
/// <remarks>
/// Where rows have few different values, equal ones occur by chance, among holdout rows as well; only what exceeds that hints at
/// memorization.
/// </remarks>
public sealed record TableCopies
{
    /// <summary>The synthetic rows that equal a training row, in order. They are a part of the real data: do not hand them on.</summary>
    public required IReadOnlyList<CopiedRow> Rows { get; init; }

    /// <summary>The number of synthetic rows that were compared with all training rows.</summary>
    public required int SyntheticRows { get; init; }

    /// <summary>The interval of the share of synthetic rows that equal a training row.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The number of holdout rows that equal a training row; null without a holdout.</summary>
    public int? HoldoutCopies { get; init; }

    /// <summary>The number of holdout rows that were compared with all training rows; null without a holdout.</summary>
    public int? HoldoutRows { get; init; }

    /// <summary>The interval of the share of holdout rows that equal a training row; null without a holdout.</summary>
    public ConfidenceInterval? Expected { get; init; }

    /// <summary>
    /// Whether there are more than among holdout rows, beyond chance: the two intervals do not meet. False without a holdout, where
    /// nothing says how many there should be.
    /// </summary>
    public bool ExceedsChance => Expected is not null && Interval.Low > Expected.High;
}
