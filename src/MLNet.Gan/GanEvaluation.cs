using Microsoft.ML;
using MLNet.Gan.Data;
using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>Scores one view against another with one pass over each.</summary>
internal static class GanEvaluation
{
    public static GanScores Evaluate(IDataView real, IDataView generated, EvaluationOptions options)
    {
        var (ofReal, realLabels) = Read(real, options.RealColumn, options);
        var (ofGenerated, generatedLabels) = Read(generated, options.GeneratedColumn, options);
        var features = options.Features;
        var protocol = new Protocol(
            features.Name, features.Weights, features.Preprocessing, ofReal.Count, ofGenerated.Count)
        {
            Classifier = options.Classifier?.Name ?? "",
            Split = options.Split,
            Seed = options.Seed,
        };
        var comparison = new Comparison(ofReal, ofGenerated, protocol);
        return new([.. options.Metrics.SelectMany(metric => metric.Measure(comparison))],
            Accuracy(ofGenerated, generatedLabels, options), Accuracy(ofReal, realLabels, options));
    }

    private static (FeatureSet Set, List<int> Labels) Read(IDataView view, string column, EvaluationOptions options)
    {
        var evidence = options.Metrics.Aggregate(
            options.Classifier is null ? Evidence.None : Evidence.Logits, (all, metric) => all | metric.Needs);
        var set = new FeatureSet(options.Features.FeatureSize, options.Classifier?.FeatureSize ?? 0, evidence);
        List<int> labels = [];
        foreach (var block in SampleBlocks.Read(view, column, options.Classifier is null ? null : options.LabelColumn,
            options.Features.InputSize))
        {
            set.Add(Extract(options.Features, block), Extract(options.Classifier, block));
            labels.AddRange(block.Labels);
        }

        return (set, labels);
    }

    private static float[] Extract(IFeatureExtractor? extractor, SampleBlock block)
    {
        if (extractor is null)
            return [];
        var features = new float[block.Count * extractor.FeatureSize];
        extractor.Extract(block.Count, block.Samples, features);
        return features;
    }

    private static LabelAccuracy? Accuracy(FeatureSet set, List<int> labels, EvaluationOptions options) =>
        options.Classifier is { } judge
            ? LabelAccuracy.Of(set.Logits.Span, labels.ToArray(), judge.FeatureSize, judge.Name)
            : null;
}
