namespace MLNet.Gan.Metrics;

/// <summary>The features of float images of one shape, or their logits.</summary>
internal sealed class ImageExtractor : IJointExtractor
{
    private readonly ImageFeatures _network;
    private readonly bool _isLogits;

    public ImageExtractor(ImageFeatures network, PixelRange? range, SampleShape shape, bool isLogits)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (!shape.IsImage || shape.Channels is not (1 or 3))
            throw new ArgumentException($"Samples of {shape} are no images of 1 or 3 channels.", nameof(shape));
        (_network, Shape, _isLogits) = (network, shape, isLogits);
        (Range, IsRangeDeclared) = (range ?? PixelRange.PlusMinusOne, range is not null);
    }

    /// <summary>The shape of an image.</summary>
    public SampleShape Shape { get; }

    /// <summary>The values of black and white.</summary>
    public PixelRange Range { get; }

    /// <summary>Whether the range was declared.</summary>
    public bool IsRangeDeclared { get; }

    public string Name => _network.Name;

    public string Weights => _network.Weights;

    public string Preprocessing => _network.Preprocessing;

    public int InputSize => Shape.Size;

    public int FeatureSize => _isLogits ? _network.Classes : _network.FeatureSize;

    public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features)
    {
        // A network with both outputs computes both.
        var other = new float[count * (_isLogits ? _network.FeatureSize : _network.Classes)];
        Extract(count, samples, features, other);
    }

    public bool ExtractWith(
        IFeatureExtractor other, int count, ReadOnlyMemory<float> samples, Memory<float> features, Memory<float> answers)
    {
        if (other is not ImageExtractor { } pair || pair._network != _network || pair.Shape != Shape
            || pair._isLogits == _isLogits)
            return false;
        Extract(count, samples, features, answers);
        return true;
    }

    private void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> answers, Memory<float> others) =>
        _network.Extract(
            count, samples, Range, Shape, _isLogits ? others : answers, _isLogits ? answers : others);
}
