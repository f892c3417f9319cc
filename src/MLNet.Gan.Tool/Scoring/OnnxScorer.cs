using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>An ONNX network whose input is floats [N, C, H, W] in [−1, 1] with C = 1 or 3.</summary>
internal sealed class OnnxScorer : IImageScorer
{
    private readonly FeatureNetwork _network;
    private readonly string _path;
    private readonly int _channels;
    private readonly int _height;
    private readonly int _width;

    public OnnxScorer(string path, int threads)
    {
        _path = path;
        _network = FeatureNetwork.FromOnnx(path, threads);
        if (_network.InputShape is [1 or 3, > 0, > 0] shape)
        {
            (_channels, _height, _width) = ((int)shape[0], (int)shape[1], (int)shape[2]);
            return;
        }

        var sizes = string.Join(", ", _network.InputShape);
        _network.Dispose();
        throw new FormatException(
            $"The network '{path}' takes [{sizes}] values, but must take images [C, H, W] of one color or three.");
    }

    public Protocol Protocol => new(_network.Name, _network.Weights, _network.Preprocessing, 0, 0);

    public int FeatureSize => _network.FeatureSize;

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
        _network.Extract(images.Count, samples, features);
        set.Add(features);
    }

    public void Dispose() => _network.Dispose();
}
