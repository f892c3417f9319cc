using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>
/// The scoring of a run while it trains: the averaged generator's samples are compared with rows that are held out of the
/// training, and the best of them is returned.
/// </summary>
/// <remarks>
/// GANs do not improve steadily: a run that goes on for long often ends worse than it was. Scores are comparable within a
/// run, whose latents and held-out rows are the same at every scoring; another seed has others.
/// </remarks>
public sealed record ScoringOptions
{
    private const int DefaultInterval = 500, RowsToHoldOutOf = 500;
    private const int Subsets = 5; // Each of up to 1 000 samples a side, which is nearly all of them.
    private const double DefaultHoldOut = 0.1;

    /// <summary>
    /// The number of steps between two scorings, at least 1, and the last step is scored, too; null (default) is 500, and a run
    /// of fewer than 1 000 steps is not scored. With <see cref="Features"/>, null is the multiple of 500 with which scoring takes
    /// at most a twentieth of the time, but at most a quarter of the run, as measured over the first 500 steps; give a number for runs
    /// that score at the same steps.
    /// </summary>
    public int? Interval { get; init => field = value is { } steps ? Check.Positive(steps) : null; }

    /// <summary>The number of samples that are generated for a scoring, at least 2; default 1000.</summary>
    public int Samples
    {
        get;
        init => field = value >= 2 ? value : throw Check.OutOfRange(nameof(Samples), value, "at least 2");
    } = 1000;

    /// <summary>
    /// The share of the rows that are held out, at least 0 and less than 1, and at most as many rows as
    /// <see cref="Samples"/>; null (default) is 0.1 of 500 rows or more, and 0 of fewer. With 0, samples are compared with rows of
    /// the training. Every class keeps at least one row in the training.
    /// </summary>
    public double? HoldOut { get; init => field = value is { } share ? Check.Fraction(share) : null; }

    /// <summary>
    /// The metric, whose first score counts; null (default) is <see cref="SampleDiscrepancy"/> for vectors that are compared by
    /// themselves, and for images and features the Fréchet distance, or <see cref="KernelInceptionDistance"/> where there are fewer
    /// samples than features, of which a covariance says little.
    /// </summary>
    public IMetric? Metric { get; init; }

    /// <summary>Whether a higher score is better, as of precision and recall; default false, as of distances.</summary>
    public bool HigherIsBetter { get; init; }

    /// <summary>
    /// The network in whose features samples are compared; null (default) for vectors themselves, and for the first 16 principal
    /// components of images averaged to at most 16 × 16 pixels. More can be seen with <see cref="ResNet18Network.Of"/>,
    /// <see cref="InceptionNetwork.Of"/> or a <see cref="FeatureNetwork"/>.
    /// </summary>
    /// <remarks>The caller owns it, and disposes it after <c>Fit</c>.</remarks>
    public IFeatureExtractor? Features { get; init; }

    /// <summary>
    /// The number of scorings without a new best after which the run ends, at least 1; null (default) for no early stopping.
    /// </summary>
    public int? Patience { get; init => field = value is { } scorings ? Check.Positive(scorings) : null; }

    /// <summary>The number of steps before which <see cref="Patience"/> does not end the run, at least 0; default 2000.</summary>
    public int MinimumSteps { get; init => field = Check.NotNegative(value); } = 2000;

    /// <summary>
    /// Whether <c>Fit</c> returns the best-scored generator (default) or that of the last step. The last one counts as the best, too,
    /// when its score is within a standard error of the best one (as in Breiman et al., 1984, section 3.4.3): it has trained longest.
    /// </summary>
    public bool ReturnsBest { get; init; } = true;

    /// <summary>The metric for samples of a shape that are compared with so many real ones.</summary>
    internal IMetric MetricFor(SampleShape shape, int real) => Metric
        ?? (Features is { } network && Math.Min(Samples, real) < network.FeatureSize ? new KernelInceptionDistance { Subsets = Subsets }
            : shape.IsImage || Features is not null ? new FrechetInceptionDistance()
            : new SampleDiscrepancy());

    /// <summary>The number of steps between two scorings, or that it is a multiple of.</summary>
    internal int Steps => Interval ?? DefaultInterval;

    /// <summary>Whether a run is scored.</summary>
    internal bool Scores(GanOptions options) => Interval is not null || options.Steps >= 2 * DefaultInterval;

    /// <summary>The number of rows to hold out of a run on so many.</summary>
    internal int HeldOutOf(int rows) =>
        Math.Min((int)Math.Ceiling((HoldOut ?? (rows >= RowsToHoldOutOf ? DefaultHoldOut : 0)) * rows), Samples);
}
