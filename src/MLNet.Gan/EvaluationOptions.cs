using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>What to compare samples by.</summary>
public sealed record EvaluationOptions
{
    /// <summary>What turns samples into features.</summary>
    public required IFeatureExtractor Features { get; init => field = Check.NotNull(value); }

    /// <summary>What turns samples into one logit a class; null (default) leaves label accuracy out.</summary>
    public IFeatureExtractor? Classifier { get; init; }

    /// <summary>The column of real samples; default "Features".</summary>
    public string RealColumn { get; init => field = Check.Name(value); } = "Features";

    /// <summary>The column of generated samples; default "Generated".</summary>
    public string GeneratedColumn { get; init => field = Check.Name(value); } = "Generated";

    /// <summary>The column of classes in both views; default "Label".</summary>
    public string LabelColumn { get; init => field = Check.Name(value); } = "Label";
}
