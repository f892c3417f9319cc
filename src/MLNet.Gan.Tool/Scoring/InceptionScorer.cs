using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>An Inception network, which resizes images itself.</summary>
internal sealed class InceptionScorer(InceptionNetwork network) : IImageScorer
{
    private static readonly IPreprocessing[] Ways = [new TensorflowResize(), new PytorchFidResize(), new CleanResize()];

    public Protocol Protocol => new(network.Name, network.Weights, network.Preprocessing, 0, 0);

    public int FeatureSize => network.FeatureSize;

    public int Classes => network.Classes;

    /// <summary>Opens a network.</summary>
    /// <param name="request">How to run it.</param>
    /// <param name="path">Its ONNX file.</param>
    /// <param name="withLogits">Whether it has logits.</param>
    /// <exception cref="FormatException">There is no such way to resize.</exception>
    public static InceptionScorer Open(NetworkRequest request, string path, bool withLogits) =>
        new(InceptionNetwork.Open(new()
        {
            Weights = path,
            Preprocessing = request.Preprocessing is not { } name ? Ways[0]
                : Ways.FirstOrDefault(way => way.Name == name) ?? throw new FormatException(
                    $"There is no preprocessing '{name}'. There are {string.Join(", ", Ways.Select(way => way.Name))}."),
            WithLogits = withLogits,
            BatchSize = request.Batch,
            Threads = request.Threads,
        }));

    public void Collect(IReadOnlyList<ImagePlanes> images, FeatureSet set)
    {
        var shape = SampleShape.Image(ImagePlanes.Channels, images[0].Height, images[0].Width);
        var pixels = new byte[images.Count * shape.Size];
        for (var i = 0; i < images.Count; i++)
            images[i].Values.CopyTo(pixels, i * shape.Size);
        var (features, logits) = (new float[images.Count * FeatureSize], new float[images.Count * Classes]);
        network.Extract(images.Count, pixels, shape, features, logits);
        set.Add(features, set.Evidence.HasFlag(Evidence.Logits) ? logits : []);
    }

    public void Dispose() => network.Dispose();
}
