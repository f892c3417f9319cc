using System.Globalization;

namespace MLNet.Gan.Metrics;

/// <summary>The warnings about a network whose outputs depend on more than their inputs.</summary>
internal static class StabilityWarnings
{
    private const int Rows = 4;

    /// <summary>Returns a warning for each difference.</summary>
    /// <param name="stability">The differences.</param>
    /// <param name="network">The network, as the beginning of a sentence, such as "The generator".</param>
    /// <param name="outputs">Its outputs, with their unit, such as "samples, in units of [−1, 1],".</param>
    public static IEnumerable<ScoreWarning> Of(OnnxStability stability, string network, string outputs)
    {
        if (stability.BetweenRuns > 0)
            yield return new(ScoreWarning.RandomOutputs, string.Create(CultureInfo.InvariantCulture,
                $"{network} draws random numbers: its {outputs} differ between two runs on equal inputs by up to "
                    + $"{stability.BetweenRuns:G3}, so equal seeds do not give equal scores. Export it with fixed noise, or "
                    + $"without dropout."));
        if (stability.BetweenBatches > 0)
            yield return new(ScoreWarning.BatchDependence, string.Create(CultureInfo.InvariantCulture,
                $"{network} computes over the batch: its {outputs} differ between a row alone and among others by up to "
                    + $"{stability.BetweenBatches:G3}. Batch normalization in training mode does so; export it in evaluation "
                    + $"mode, after model.eval()."));
    }

    /// <summary>Returns the warnings about a feature network from a file; none for other extractors.</summary>
    /// <param name="extractor">The network.</param>
    /// <param name="samples">Samples, row-major; the first ones are used.</param>
    public static IReadOnlyList<ScoreWarning> Of(IFeatureExtractor extractor, ReadOnlyMemory<float> samples)
    {
        var output = (extractor as FeatureNetwork)?.First ?? extractor as NetworkOutput;
        var rows = Math.Min(Rows, samples.Length / extractor.InputSize);
        if (output is null || output.HasFixedBatch || rows < 1)
            return [];
        var stability = OnnxStability.Of((inputs, _) =>
        {
            var count = inputs.Length / extractor.InputSize;
            var features = new float[count * extractor.FeatureSize];
            extractor.Extract(count, inputs, features);
            return features;
        }, rows, samples[..(rows * extractor.InputSize)].ToArray(), labels: null);
        return [.. Of(stability, $"The network '{extractor.Name}'", "features")];
    }
}
