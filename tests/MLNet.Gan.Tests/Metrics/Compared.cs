using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>Short ways to comparisons for tests.</summary>
internal static class Compared
{
    /// <summary>Two sets of features.</summary>
    public static Comparison Features(
        float[] real, float[] generated, int dimension, string network = "n", int seed = 0, string weights = "")
    {
        var (first, second) = (new FeatureSet(dimension), new FeatureSet(dimension));
        first.Add(real);
        second.Add(generated);
        return Of(first, second, network, seed, weights);
    }

    /// <summary>Two sets of logits, with a feature that nobody reads.</summary>
    public static Comparison Logits(float[] real, float[] generated, int classes, int seed = 0)
    {
        var (first, second) = (Logits(real, classes), Logits(generated, classes));
        return Of(first, second, "n", seed, "");
    }

    private static FeatureSet Logits(float[] logits, int classes)
    {
        var set = new FeatureSet(1, classes, Evidence.Logits);
        set.Add(new float[logits.Length / classes], logits);
        return set;
    }

    private static Comparison Of(FeatureSet real, FeatureSet generated, string network, int seed, string weights) =>
        new(real, generated, new(network, weights, "", real.Count, generated.Count) { Seed = seed });
}
