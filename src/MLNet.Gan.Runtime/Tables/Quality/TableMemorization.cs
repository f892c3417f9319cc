namespace MLNet.Gan.Metrics;

/// <summary>
/// Distances to the closest record (DCR): whether synthetic rows are nearer to the training rows than to holdout rows, which the
/// generator never saw.
/// </summary>
/// <remarks>
/// Rows are standardized and one-hot, as in <c>EvaluateTable</c>. Training rows and holdout rows are equally many, so that neither is
/// nearer by number (Platzer &amp; Reutterer, 2021). The measure finds rows that follow training rows too closely; that it finds none
/// does not show what can be inferred of a person.
/// </remarks>
public sealed record TableMemorization
{
    /// <summary>The share of synthetic rows nearer to a training row than to any holdout row; ties count half. 0.5 by chance.</summary>
    public required double NearerToTraining { get; init; }

    /// <summary>
    /// The share's interval by Wilson (1927), for <see cref="EffectiveRows"/> rows.
    /// </summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>
    /// The number of independent rows n that the synthetic ones are worth: the share's variance is 1 / 4n when training and holdout rows
    /// are divided at random. With cᵢ of s rows nearest to record i of N, n = s² / ((Σ cᵢ² − s² / N) N / (N − 1)): whether a record is of
    /// the training is decided once for all rows that it is nearest to. Ties are independent.
    /// </summary>
    public required double EffectiveRows { get; init; }

    /// <summary>The number of training rows, and of holdout rows.</summary>
    public required int Records { get; init; }

    /// <summary>The number of synthetic rows.</summary>
    public required int SyntheticRows { get; init; }

    /// <summary>
    /// The quantile of 5 % of the distance to the closest training row divided by that to the closest holdout row: 0 if a twentieth of
    /// the rows are copies, and infinite where only the latter is 0.
    /// </summary>
    public required double LowRatio { get; init; }

    /// <summary>The median of that ratio: 1 by chance.</summary>
    public required double MedianRatio { get; init; }

    /// <summary>Whether synthetic rows are nearer to training rows beyond chance: the whole interval lies above 0.5.</summary>
    public bool ExceedsChance => Interval.Low > 0.5;

    /// <summary>The distances of synthetic rows to the closest training row, in order.</summary>
    internal IReadOnlyList<double> TrainingDistances { get; init; } = [];

    /// <summary>The distances of synthetic rows to the closest holdout row, in order.</summary>
    internal IReadOnlyList<double> HoldoutDistances { get; init; } = [];
}
