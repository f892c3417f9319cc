using System.Security.Cryptography;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>An ONNX network of images, in any layout, of any type of numbers and with a batch of any or of one size.</summary>
internal sealed class OnnxScorer : IImageScorer
{
    private const int StabilityRows = 4;

    private readonly OnnxFunction _network;
    private readonly ImageInput _input;
    private readonly string _output;
    private readonly string _path;
    private bool _isKnownToBeStable;

    /// <summary>Opens a network.</summary>
    /// <exception cref="FormatException">
    /// It takes no images, or has several outputs, and none or no existing one is named.
    /// </exception>
    public OnnxScorer(string path, int threads, string? output)
    {
        var weights = "";
        _path = path;
        _network = OnnxPath.Open(path, onnx =>
        {
            weights = Convert.ToHexStringLower(SHA256.HashData(onnx))[..8];
            return new OnnxFunction(onnx, threads);
        });
        try
        {
            _input = ImageInput.Of(path, _network.Inputs);
            var port = Find(output);
            _output = port.Name;
            FeatureSize = port.Dimensions is [var batch, .. var rest] && (batch < 0 || batch == _input.FixedBatch) && rest.All(size => size > 0)
                ? (int)rest.Aggregate(1L, (product, size) => product * size)
                : Features([_input.Black()]).Count;
            var name = Path.GetFileNameWithoutExtension(path);
            Protocol = new(_output == _network.Outputs[0].Name ? name : $"{name}/{_output}", weights,
                _network.Metadata.GetValueOrDefault("preprocessing", ""), 0, 0);
        }
        catch
        {
            _network.Dispose();
            throw;
        }
    }

    public Protocol Protocol { get; }

    public IReadOnlyList<ScoreWarning> Warnings { get; private set; } = [];

    public int FeatureSize { get; }

    public int Classes => 0;

    public string? Refusal(ImagePlanes image) => _input.Refusal(image);

    public void Collect(IReadOnlyList<ImagePlanes> images, FeatureSet set)
    {
        var features = Features(images);
        if (features.Count != images.Count * FeatureSize)
            throw new FormatException($"The network '{_path}' has {features.Count / images.Count} features of an image of {images[0].Width} × "
                + $"{images[0].Height} pixels, but should have {FeatureSize}. Export it with a pooling in front of its output, or with "
                + "fixed sizes.");
        if (!_isKnownToBeStable && images.Count > 1) // One image, which is tried first, says nothing of batches.
        {
            var rows = _input.FixedBatch ?? Math.Min(StabilityRows, images.Count);
            var tensor = _input.Tensor([.. images.Take(rows)], rows);
            var size = tensor.Values.Length / rows;
            var stability = OnnxStability.Of((values, _) =>
                Run(tensor with { Shape = [values.Length / size, .. tensor.Shape[1..]], Values = values }),
                rows, tensor.Values, labels: null, isFixed: _input.FixedBatch is not null);
            Warnings = [.. StabilityWarnings.Of(stability, $"The network '{Protocol.Network}'", "features")];
            _isKnownToBeStable = true;
        }

        set.Add(features.ToArray());
    }

    public void Dispose() => _network.Dispose();

    private List<float> Features(IReadOnlyList<ImagePlanes> images)
    {
        List<float> features = [];
        foreach (var some in images.Chunk(_input.FixedBatch ?? images.Count))
        {
            var rows = _input.FixedBatch ?? some.Length;
            var made = Run(_input.Tensor(some, rows));
            features.AddRange(made.AsSpan(0, made.Length / rows * some.Length)); // What a fixed batch has beyond the images is dropped.
        }

        return features;
    }

    private float[] Run(OnnxTensor images) => _network.Run([images], _output).Values;

    private OnnxPort Find(string? output)
    {
        var all = _network.Outputs;
        if (output is null && all is [var only])
            return only;
        if (output is null)
            throw new FormatException(
                $"The network '{_path}' has several outputs: {string.Join(", ", all)}. Name that of the features by --feature-output NAME.");
        return all.FirstOrDefault(port => port.Name == output) ?? throw new FormatException(
            $"The network '{_path}' has no output '{output}'. It has {string.Join(", ", all)}.");
    }
}
