using Microsoft.ML;
using MLNet.Gan.Data;
using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>Scores one view against another with one pass over each.</summary>
internal static class GanEvaluation
{
    public static GanScores Evaluate(IDataView real, IDataView generated, EvaluationOptions options)
    {
        var ofReal = Read(real, options.RealColumn, options);
        var ofGenerated = Read(generated, options.GeneratedColumn, options);
        return new(
            FrechetDistance.Score(ofReal.Statistics, ofGenerated.Statistics, options.Features.Name),
            ofGenerated.Accuracy, ofReal.Accuracy);
    }

    private static (FeatureStatistics Statistics, LabelAccuracy? Accuracy) Read(
        IDataView view, string column, EvaluationOptions options)
    {
        var statistics = new FeatureStatistics(options.Features.FeatureSize);
        List<float> logits = [];
        List<int> labels = [];
        foreach (var block in SampleBlocks.Read(view, column, options.Classifier is null ? null : options.LabelColumn,
            options.Features.InputSize))
        {
            statistics.Add(Extract(options.Features, block));
            if (options.Classifier is not { } classifier)
                continue;
            logits.AddRange(Extract(classifier, block));
            labels.AddRange(block.Labels);
        }

        return (statistics, options.Classifier is { } judge
            ? LabelAccuracy.Of(logits.ToArray(), labels.ToArray(), judge.FeatureSize, judge.Name)
            : null);
    }

    private static float[] Extract(IFeatureExtractor extractor, SampleBlock block)
    {
        var features = new float[block.Count * extractor.FeatureSize];
        extractor.Extract(block.Count, block.Samples, features);
        return features;
    }
}
