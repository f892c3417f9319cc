namespace MLNet.Gan.Metrics;

/// <summary>What to compare samples by.</summary>
public sealed record EvaluationOptions
{
    /// <summary>What turns samples into features.</summary>
    public required IFeatureExtractor Features { get; init => field = Check.NotNull(value); }

    /// <summary>What turns samples into one logit a class; null (default) leaves label accuracy out.</summary>
    public IFeatureExtractor? Classifier { get; init; }

    /// <summary>The metrics to compute with one pass over each view; default the Fréchet distance.</summary>
    public IReadOnlyList<IMetric> Metrics { get; init => field = Check.NotNull(value); } =
        [new FrechetInceptionDistance()];

    /// <summary>
    /// A folder that keeps what the networks say of real samples, by a hash of both, so that it is computed once; null
    /// (default) keeps nothing.
    /// </summary>
    public string? CacheFolder { get; init => field = Check.NameOrNull(value); }

    /// <summary>Which real samples these are, such as "test"; scores carry it. Default empty.</summary>
    public string Split { get; init => field = Check.NotNull(value); } = "";

    /// <summary>
    /// From how many random halves of the samples each score's confidence interval comes; 0 (default) for no intervals.
    /// Every half costs as much as the score itself, but no further pass through a network.
    /// </summary>
    public int Halvings { get; init => field = Check.NotNegative(value); }

    /// <summary>The confidence of the intervals, in (0, 1); default 0.95.</summary>
    public double Confidence { get; init => field = Check.OpenFraction(value); } = 0.95;

    /// <summary>What the random choices of metrics start from; default 0.</summary>
    public int Seed { get; init; }

    /// <summary>The column of real samples; default "Features".</summary>
    public string RealColumnName { get; init => field = Check.Name(value); } = "Features";

    /// <summary>The column of generated samples; default "Generated".</summary>
    public string GeneratedColumnName { get; init => field = Check.Name(value); } = "Generated";

    /// <summary>The column of classes in both views; default "Label".</summary>
    public string LabelColumnName { get; init => field = Check.Name(value); } = "Label";
}
