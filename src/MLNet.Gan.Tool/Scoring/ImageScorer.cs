using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>A network that resizes images itself.</summary>
internal sealed class ImageScorer(ImageFeatures network) : IImageScorer
{
    public Protocol Protocol => new(network.Name, network.Weights, network.Preprocessing, 0, 0);

    public int FeatureSize => network.FeatureSize;

    public int Classes => network.Classes;

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
