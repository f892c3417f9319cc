namespace MLNet.Gan.Metrics;

/// <summary>The options of an evaluation.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The feature extractor.</summary>
    public required IFeatureExtractor Features { get; init => field = Check.NotNull(value); }

    /// <summary>The classifier, with one logit per class; null (default) for no label accuracy.</summary>
    public IFeatureExtractor? Classifier { get; init; }

    /// <summary>The metrics, computed in one pass over each view; default the Fréchet distance.</summary>
    public IReadOnlyList<IMetric> Metrics { get; init => field = Check.Items(value); } =
        [new FrechetInceptionDistance()];

    /// <summary>
    /// The folder of a cache of the network outputs for real samples, with a hash of both as key; null (default) for no
    /// cache. It is created if there is none, and it must be writable unless it has the outputs.
    /// </summary>
    public string? CacheFolder { get; init => field = Check.NameOrNull(value); }

    /// <summary>The split of the real samples, such as "test", for the protocol of scores. Default empty.</summary>
    public string Split { get; init => field = Check.NotNull(value); } = "";

    /// <summary>
    /// The number of random halves of the samples for each score's confidence interval; 0 (default) for no intervals.
    /// Every half costs as much as the score itself, but no further pass through a network.
    /// </summary>
    public int Halvings { get; init => field = Check.NotNegative(value); }

    /// <summary>The confidence level of the intervals, in (0, 1); default 0.95.</summary>
    public double Confidence { get; init => field = Check.OpenFraction(value); } = 0.95;

    /// <summary>The seed of the metrics' random choices; default 0.</summary>
    public int Seed { get; init; }

    /// <summary>The column of real samples; default "Features".</summary>
    public string RealColumnName { get; init => field = Check.Name(value); } = "Features";

    /// <summary>The column of generated samples; default "Generated".</summary>
    public string GeneratedColumnName { get; init => field = Check.Name(value); } = "Generated";

    /// <summary>
    /// The column of labels in both views; default "Label". Classes are matched by the names of keys if both views have them, or
    /// else by their numbers.
    /// </summary>
    public string LabelColumnName { get; init => field = Check.Name(value); } = "Label";
}
