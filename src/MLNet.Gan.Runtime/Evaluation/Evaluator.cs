namespace MLNet.Gan.Metrics;

/// <summary>Evaluates samples with the networks of the options, and computes the metrics.</summary>
internal sealed class Evaluator(EvaluationOptions options)
{
    /// <summary>The number of values of a sample.</summary>
    public int SampleSize => options.Features.InputSize;

    /// <summary>Creates an empty set that collects what the metrics need.</summary>
    public FeatureSet Begin()
    {
        var evidence = options.Metrics.Aggregate(
            (options.Classifier is null ? Evidence.None : Evidence.Logits)
                | (options.Halvings > 0 ? Evidence.Features : Evidence.None),
            (all, metric) => all | metric.Needs);
        if (evidence.HasFlag(Evidence.Logits) && options.Classifier is null)
            throw new InvalidOperationException(
                $"{options.Metrics.First(metric => metric.Needs.HasFlag(Evidence.Logits))} needs a classifier's logits, "
                    + $"but {nameof(EvaluationOptions.Classifier)} is not set. Set it, or leave the metric out.");
        return new(options.Features.FeatureSize, options.Classifier?.FeatureSize ?? 0, evidence);
    }

    /// <summary>Adds the network outputs for some samples.</summary>
    /// <param name="set">The set to add to.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="samples">The samples, row-major.</param>
    public void Add(FeatureSet set, int count, ReadOnlyMemory<float> samples)
    {
        var features = new float[count * options.Features.FeatureSize];
        var logits = new float[count * (options.Classifier?.FeatureSize ?? 0)];
        var isDone = options is { Features: IJointExtractor joint, Classifier: { } other }
            && joint.ExtractWith(other, count, samples, features, logits);
        if (!isDone)
        {
            options.Features.Extract(count, samples, features);
            options.Classifier?.Extract(count, samples, logits);
        }

        set.Add(features, set.Evidence.HasFlag(Evidence.Logits) ? logits : []);
    }

    /// <summary>Computes the scores.</summary>
    /// <param name="real">The real samples.</param>
    /// <param name="generated">The generated samples.</param>
    /// <param name="doubts">Warnings to add to each score, each once.</param>
    /// <exception cref="ArgumentException">A side has fewer than two samples.</exception>
    public IReadOnlyList<Score> Compare(FeatureSet real, FeatureSet generated, IReadOnlyList<ScoreWarning>? doubts = null)
    {
        RequireTwo(real, "real");
        RequireTwo(generated, "generated");
        var features = options.Features;
        var protocol = new Protocol(
            features.Name, features.Weights, features.Preprocessing, real.Count, generated.Count)
        {
            Classifier = options.Classifier?.Name ?? "",
            ClassifierWeights = options.Classifier?.Weights ?? "",
            Split = options.Split,
            Seed = options.Seed,
        };
        var scores = HalfSamples.Measure(
            options.Metrics, new(real, generated, protocol), options.Halvings, options.Confidence);
        return [.. scores.Select(score => score with { Warnings = [.. score.Warnings, .. (doubts ?? []).Distinct()] })];
    }

    /// <summary>Computes the classifier's accuracy on the requested classes; null without a classifier.</summary>
    public LabelAccuracy? Accuracy(FeatureSet set, IReadOnlyList<int> labels) =>
        options.Classifier is { } classifier
            ? LabelAccuracy.Of(set.Logits.Span, labels.ToArray(), classifier.FeatureSize, classifier.Name)
            : null;

    private static void RequireTwo(FeatureSet set, string name)
    {
        if (set.Count < 2)
            throw new ArgumentException(
                $"Scores need at least 2 samples on each side, but there are {set.Count} {name} ones.", name);
    }
}
