using System.Runtime.InteropServices;

namespace MLNet.Gan.Metrics;

/// <summary>A feature set as a .npz file for caches: what was collected, without the protocol.</summary>
internal static class FeatureSetFile
{
    private const string Count = "count", Mean = "mu", Covariance = "sigma", Features = "features", Logits = "logits";

    /// <summary>Writes a set atomically.</summary>
    public static void Save(FeatureSet set, string path)
    {
        var file = new NpzWriter();
        file.Add(Count, set.Count);
        if (set.Evidence.HasFlag(Evidence.Features))
            file.Add(Features, Bytes(set.Features));
        else if (set.Evidence.HasFlag(Evidence.Moments))
        {
            file.Add(Mean, [set.Dimension], set.Statistics.Mean());
            file.Add(Covariance, [set.Dimension, set.Dimension], set.Statistics.Covariance());
        }

        if (set.Evidence.HasFlag(Evidence.Logits))
            file.Add(Logits, Bytes(set.Logits));
        AtomicFile.Write(path, file.ToBytes());
    }

    /// <summary>Reads a set.</summary>
    /// <param name="path">The file.</param>
    /// <param name="like">An empty set that collects what the file contains.</param>
    /// <exception cref="FormatException">The file is damaged or of another kind.</exception>
    public static FeatureSet Load(string path, FeatureSet like)
    {
        using var file = new NpzFile(path);
        var count = (long)file.Numbers(Count).Values[0];
        var logits = like.Evidence.HasFlag(Evidence.Logits) ? Floats(file.Bytes(Logits)) : [];
        try
        {
            return like.Evidence.HasFlag(Evidence.Features) ? Filled(like, Floats(file.Bytes(Features)), logits)
                : like.Evidence.HasFlag(Evidence.Moments) ? FeatureSet.Of(
                    FeatureStatistics.FromMoments(count, file.Numbers(Mean).Values, file.Numbers(Covariance).Values),
                    like.Classes, logits)
                : Filled(like, new float[count * like.Dimension], logits);
        }
        catch (ArgumentException damage)
        {
            throw new FormatException($"'{path}' is no set of features: {damage.Message}", damage);
        }
    }

    private static FeatureSet Filled(FeatureSet set, float[] features, float[] logits)
    {
        set.Add(features, logits);
        return set;
    }

    private static byte[] Bytes(ReadOnlyMemory<float> values) => MemoryMarshal.AsBytes(values.Span).ToArray();

    private static float[] Floats(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
