using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>An ONNX network whose input is floats [N, C, H, W] in [−1, 1] with C = 1 or 3.</summary>
internal sealed class OnnxScorer : IImageScorer
{
    private readonly FeatureNetwork _network;
    private readonly IFeatureExtractor _output;
    private readonly string _path;
    private bool _isKnownToBeStable;
    private readonly int _channels;
    private readonly int _height;
    private readonly int _width;

    /// <summary>Opens a network.</summary>
    /// <exception cref="FormatException">
    /// It takes no images, or has several outputs, and none or no existing one is named.
    /// </exception>
    public OnnxScorer(string path, int threads, string? output)
    {
        _path = path;
        _network = FeatureNetwork.FromOnnx(path, threads);
        try
        {
            _output = Find(output);
            if (_network.InputShape is not [1 or 3, > 0, > 0] shape)
                throw new FormatException(
                    $"The network '{path}' takes [{string.Join(", ", _network.InputShape)}] values, but must take images "
                        + "[C, H, W] of one color or three.");
            (_channels, _height, _width) = ((int)shape[0], (int)shape[1], (int)shape[2]);
        }
        catch
        {
            _network.Dispose();
            throw;
        }
    }

    public Protocol Protocol => new(_output.Name, _output.Weights, _output.Preprocessing, 0, 0);

    public IReadOnlyList<ScoreWarning> Warnings { get; private set; } = [];

    public int FeatureSize => _output.FeatureSize;

    public int Classes => 0;

    public void Collect(IReadOnlyList<ImagePlanes> images, FeatureSet set)
    {
        var size = _channels * _height * _width;
        var samples = new float[images.Count * size];
        for (var row = 0; row < images.Count; row++)
        {
            var image = images[row];
            if ((image.Height, image.Width) != (_height, _width))
                throw new FormatException($"An image is {image.Width} × {image.Height} pixels, but the network "
                    + $"'{_path}' takes {_width} × {_height}. Resize the images, or use a network that does it.");
            if (_channels == 1 && !image.IsGray)
                throw new FormatException($"An image has colors, but the network '{_path}' takes gray images.");
            for (var i = 0; i < size; i++)
                samples[row * size + i] = image.Values[i] / 127.5f - 1;
        }

        var features = new float[images.Count * FeatureSize];
        _output.Extract(images.Count, samples, features);
        if (!_isKnownToBeStable && images.Count > 1) // One image, which is tried first, says nothing of batches.
        {
            Warnings = StabilityWarnings.Of(_output, samples);
            _isKnownToBeStable = true;
        }

        set.Add(features);
    }

    public void Dispose() => _network.Dispose();

    private IFeatureExtractor Find(string? output)
    {
        var names = _network.Outputs;
        if (output is null && names.Count == 1)
            return _network;
        if (output is null)
            throw new FormatException(
                $"The network '{_path}' has several outputs: {_network.OutputsText}. Name that of the features by --feature-output NAME.");
        return names.Contains(output) ? _network.Output(output) : throw new FormatException(
            $"The network '{_path}' has no output '{output}'. It has {_network.OutputsText}.");
    }
}
