using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>The features of images of one shape.</summary>
internal sealed class InceptionExtractor : IFeatureExtractor
{
    private readonly InceptionNetwork _network;
    private readonly SampleShape _shape;

    public InceptionExtractor(InceptionNetwork network, SampleShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (!shape.IsImage || shape.Channels is not (1 or 3))
            throw new ArgumentException($"Samples of {shape} are no images of 1 or 3 channels.", nameof(shape));
        (_network, _shape) = (network, shape);
    }

    public string Name => _network.Name;

    public string Weights => _network.Weights;

    public string Preprocessing => _network.Preprocessing;

    public int InputSize => _shape.Size;

    public int FeatureSize => _network.FeatureSize;

    /// <summary>Computes the features; a network of logits computes them for nothing.</summary>
    public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features) =>
        _network.Extract(count, samples, _shape, features, new float[count * _network.Classes]);
}
