using MLNet.Gan.Metrics;

namespace MLNet.Gan.Benchmarks.Metrics;

/// <summary>Features whose scales fall from the first to the last, as a network's principal components do.</summary>
internal static class RandomFeatures
{
    public static float[] Of(int seed, int rows, int columns)
    {
        var (random, features) = (new Random(seed), new float[rows * columns]);
        for (var i = 0; i < features.Length; i++)
            features[i] = (random.NextSingle() + random.NextSingle() - 1) / MathF.Sqrt(1 + i % columns);
        return features;
    }

    /// <summary>A set of them.</summary>
    public static FeatureSet Set(int seed, int rows, int columns)
    {
        var set = new FeatureSet(columns);
        set.Add(Of(seed, rows, columns));
        return set;
    }
}
