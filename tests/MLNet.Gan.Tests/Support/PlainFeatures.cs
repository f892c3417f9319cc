using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Support;

/// <summary>The samples themselves as features.</summary>
internal sealed class PlainFeatures(int size) : IFeatureExtractor
{
    public string Name => "plain";

    public int InputSize => size;

    public int FeatureSize => size;

    public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features) => samples.CopyTo(features);
}
