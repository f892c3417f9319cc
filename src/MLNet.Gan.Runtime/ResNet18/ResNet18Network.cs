namespace MLNet.Gan.Metrics;

/// <summary>
/// The residual network, trained on ImageNet, of ML.NET's package Microsoft.ML.DnnImageFeaturizer.ResNet18: 512
/// features for each image, equal to those of <c>DnnFeaturizeImage</c> for images of 224 × 224. It compares images if
/// the Inception network is not available; its distances are not FID. Equal networks share their memory. Thread-safe.
/// </summary>
/// <remarks>
/// Images of another size are resized with PIL's antialiased bicubic filter. The network is CNTK's: nine residual
/// blocks, where ResNet-18 of He et al. (2016) has eight, with weights that differ from torchvision's.
/// </remarks>
public sealed class ResNet18Network : IDisposable
{
    private readonly ImageFeatures _images;
    private readonly PixelRange? _range;

    private ResNet18Network(ImageFeatures images, PixelRange? range) => (_images, _range) = (images, range);

    /// <summary>The network for images of bytes.</summary>
    internal ImageFeatures Images => _images;

    /// <summary>The name in the protocol of scores: "mlnet-resnet18-imagenet".</summary>
    public string Name => _images.Name;

    /// <summary>
    /// The first 8 hexadecimal digits of the SHA-256 of ResNet18.onnx and ResNetPreprocess.onnx, concatenated.
    /// </summary>
    public string Weights => _images.Weights;

    /// <summary>The name of the preprocessing of images: "bicubic".</summary>
    public string Preprocessing => _images.Preprocessing;

    /// <summary>The number of features of an image: 512.</summary>
    public int FeatureSize => _images.FeatureSize;

    /// <summary>Whether it runs on the requested GPU.</summary>
    public bool UsesGpu => _images.UsesGpu;

    /// <summary>Opens the network.</summary>
    /// <param name="options">The location of its files, and how to run it.</param>
    /// <param name="gpuDeviceId">The CUDA device to run on; null for the CPU.</param>
    /// <param name="fallbackToCpu">Whether to run on the CPU if that device cannot be used.</param>
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
    /// <param name="count">The number of images.</param>
    /// <param name="images">The images, one after another, channel by channel.</param>
    /// <param name="shape">The shape of an image, with 1 channel, which is repeated, or 3.</param>
    /// <param name="features">The destination of count × FeatureSize values.</param>
    /// <exception cref="ArgumentException">A length or the number of channels is wrong.</exception>
    public void Extract(int count, ReadOnlyMemory<byte> images, SampleShape shape, Memory<float> features) =>
        _images.Extract(count, images, shape, features);

    /// <summary>Computes the features of images of floats, which are rounded to bytes first.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="images">The images, one after another, channel by channel, in the range of the options.</param>
    /// <param name="shape">The shape of an image, with 1 channel, which is repeated, or 3.</param>
    /// <param name="features">The destination of count × FeatureSize values.</param>
    /// <exception cref="ArgumentException">
    /// A length or the number of channels is wrong, or a pixel is not a number.
    /// </exception>
    public void Extract(int count, ReadOnlyMemory<float> images, SampleShape shape, Memory<float> features) =>
        _images.Extract(count, images, _range ?? PixelRange.PlusMinusOne, shape, features);

    /// <summary>
    /// Returns the features of images of floats as an extractor, which is valid until this network is disposed of.
    /// </summary>
    /// <param name="shape">The shape of an image, with 1 channel, which is repeated, or 3.</param>
    public IFeatureExtractor Of(SampleShape shape) => new ImageExtractor(_images, _range, shape, isLogits: false);

    /// <summary>Releases the network. No thread may still be using it.</summary>
    public void Dispose() => _images.Dispose();
}
