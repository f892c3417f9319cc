namespace MLNet.Gan.Metrics;

/// <summary>
/// The residual network, trained on ImageNet, that ML.NET's package Microsoft.ML.DnnImageFeaturizer.ResNet18 carries:
/// 512 features an image, equal to those of <c>DnnFeaturizeImage</c> for images of 224 × 224. It compares images where
/// the Inception network is not at hand; its distances are not FID. Equal networks share their memory. Safe to call
/// from many threads.
/// </summary>
/// <remarks>
/// Images of another size are resized with PIL's antialiased bicubic filter. The network is CNTK's: nine residual blocks,
/// where ResNet-18 of He et al. (2016) has eight, and other weights than torchvision's.
/// </remarks>
public sealed class ResNet18Network : IDisposable
{
    private readonly ImageFeatures _images;
    private readonly PixelRange _range;

    private ResNet18Network(ImageFeatures images, PixelRange range) => (_images, _range) = (images, range);

    /// <summary>The network on images of bytes.</summary>
    internal ImageFeatures Images => _images;

    /// <summary>The name that scores carry: "mlnet-resnet18-imagenet".</summary>
    public string Name => _images.Name;

    /// <summary>The first 8 hexadecimal digits of the SHA-256 of ResNet18.onnx and ResNetPreprocess.onnx, one behind
    /// the other.</summary>
    public string Weights => _images.Weights;

    /// <summary>The name of what happens to an image in front of the network: "bicubic".</summary>
    public string Preprocessing => _images.Preprocessing;

    /// <summary>How many features an image has: 512.</summary>
    public int FeatureSize => _images.FeatureSize;

    /// <summary>Whether it runs on the GPU that was asked for.</summary>
    public bool UsesGpu => _images.UsesGpu;

    /// <summary>Opens the network.</summary>
    /// <param name="options">Where its files lie, and how to run it.</param>
    /// <param name="gpuDeviceId">The CUDA device to run on; null for the CPU.</param>
    /// <param name="fallbackToCpu">Whether to run on the CPU when that device cannot be used.</param>
    /// <exception cref="FileNotFoundException">There are no such files.</exception>
    /// <exception cref="FormatException">A file is not that of the package, or damaged.</exception>
    /// <exception cref="InvalidOperationException">The device cannot be used and there is no fallback.</exception>
    public static ResNet18Network Open(ResNet18Options options, int? gpuDeviceId = null, bool fallbackToCpu = true)
    {
        ArgumentNullException.ThrowIfNull(options);
        var files = ResNet18Files.Of(options.Folder);
        var settings = new SessionSettings
        {
            GpuDeviceId = gpuDeviceId,
            FallbackToCpu = fallbackToCpu,
            Threads = options.Threads,
            MemoryPattern = false,
        };
        return new(
            ImageFeatures.Open(
                (files, File.GetLastWriteTimeUtc(files.Network), settings),
                () => OnnxSession.OfImages(ResNet18Graph.ToRun(ResNet18Model.Read(files)), settings),
                options.BatchSize),
            options.Range);
    }

    /// <summary>Computes the features of images of bytes.</summary>
    /// <param name="count">How many images.</param>
    /// <param name="images">The images, one after another, channel by channel.</param>
    /// <param name="shape">The shape of each, with 1 channel, which is repeated, or 3.</param>
    /// <param name="features">Where count × FeatureSize numbers go.</param>
    /// <exception cref="ArgumentException">A length or the number of channels does not suit.</exception>
    public void Extract(int count, ReadOnlyMemory<byte> images, SampleShape shape, Memory<float> features) =>
        _images.Extract(count, images, shape, features);

    /// <summary>Computes the features of images of floats, which are rounded to bytes first.</summary>
    /// <param name="count">How many images.</param>
    /// <param name="images">The images, one after another, channel by channel, in the range of the options.</param>
    /// <param name="shape">The shape of each, with 1 channel, which is repeated, or 3.</param>
    /// <param name="features">Where count × FeatureSize numbers go.</param>
    /// <exception cref="ArgumentException">A length or the number of channels does not suit, or a pixel is not a
    /// number.</exception>
    public void Extract(int count, ReadOnlyMemory<float> images, SampleShape shape, Memory<float> features) =>
        _images.Extract(count, images, _range, shape, features);

    /// <summary>The features of images of floats as an extractor, for as long as this network lives.</summary>
    /// <param name="shape">The shape of each, with 1 channel, which is repeated, or 3.</param>
    public IFeatureExtractor Of(SampleShape shape) => new ImageExtractor(_images, _range, shape, isLogits: false);

    /// <summary>Gives the network back. No thread may still be using it.</summary>
    public void Dispose() => _images.Dispose();
}
