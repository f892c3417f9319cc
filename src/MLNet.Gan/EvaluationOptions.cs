using MLNet.Gan.Metrics;

namespace MLNet.Gan;

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

    /// <summary>Which real samples these are, such as "test"; scores carry it. Default empty.</summary>
    public string Split { get; init => field = Check.NotNull(value); } = "";

    /// <summary>What the random choices of metrics start from; default 0.</summary>
    public int Seed { get; init; }

    /// <summary>The column of real samples; default "Features".</summary>
    public string RealColumn { get; init => field = Check.Name(value); } = "Features";

    /// <summary>The column of generated samples; default "Generated".</summary>
    public string GeneratedColumn { get; init => field = Check.Name(value); } = "Generated";

    /// <summary>The column of classes in both views; default "Label".</summary>
    public string LabelColumn { get; init => field = Check.Name(value); } = "Label";
}
