namespace MLNet.Gan.Metrics;

/// <summary>
/// An Inception network, whose features compare images. Equal networks share their memory. Thread-safe.
/// </summary>
public sealed class InceptionNetwork : IDisposable
{
    private readonly ImageFeatures _images;
    private readonly PixelRange? _range;

    private InceptionNetwork(ImageFeatures images, PixelRange? range) => (_images, _range) = (images, range);

    /// <summary>The network for images of bytes.</summary>
    internal ImageFeatures Images => _images;

    /// <summary>
    /// The name in the protocol of scores: "inception-2015-12-05" for the weights of FID's authors and "inception-v3" for
    /// all others, with "/768" if the features are not the usual 2048.
    /// </summary>
    public string Name => _images.Name;

    /// <summary>The first 8 hexadecimal digits of the SHA-256 of the file that was imported.</summary>
    public string Weights => _images.Weights;

    /// <summary>The name of the preprocessing of images.</summary>
    public string Preprocessing => _images.Preprocessing;

    /// <summary>The number of features of an image.</summary>
    public int FeatureSize => _images.FeatureSize;

    /// <summary>The number of logits of an image: 1008, or 0 if the options exclude them.</summary>
    public int Classes => _images.Classes;

    /// <summary>Whether it runs on the requested GPU.</summary>
    public bool UsesGpu => _images.UsesGpu;

    /// <summary>Opens a network.</summary>
    /// <param name="options">Which network, and how to run it.</param>
    /// <param name="gpuDeviceId">The CUDA device to run on; null for the CPU.</param>
    /// <param name="fallbackToCpu">Whether to run on the CPU if that device cannot be used.</param>
    /// <exception cref="FileNotFoundException">There is no such file, or no imported network.</exception>
    /// <exception cref="FormatException">The file is no such network, or damaged.</exception>
    /// <exception cref="InvalidOperationException">
    /// The network lacks a requested output, or the device cannot be used and there is no fallback.
    /// </exception>
    public static InceptionNetwork Open(InceptionOptions options, int? gpuDeviceId = null, bool fallbackToCpu = true) =>
        Open(options, InceptionCache.OfUser, gpuDeviceId, fallbackToCpu);

    internal static InceptionNetwork Open(
        InceptionOptions options, InceptionCache cache, int? gpuDeviceId = null, bool fallbackToCpu = true)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = options.Weights ?? cache.Find();
        if (!path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase))
            path = InceptionImport.Import(path, cache);
        var settings = new SessionSettings
        {
            GpuDeviceId = gpuDeviceId,
            FallbackToCpu = fallbackToCpu,
            Threads = options.Threads,
            AllowSpinning = options.AllowSpinning,
            MemoryPattern = options.MemoryPattern,
            CudaProvider = options.CudaProvider,
        };
        var file = new FileInfo(path);
        var outputs = InceptionOutput.Of(options.FeatureSize, options.WithLogits);
        var key = (file.FullName, file.LastWriteTimeUtc, file.Length, options.Preprocessing, options.FeatureSize,
            options.WithLogits, settings);
        return new(
            ImageFeatures.Open(
                key,
                () => OnnxSession.OfImages(
                    InceptionGraph.ToRun(
                        InceptionModel.FromOnnx(File.ReadAllBytes(path)), options.Preprocessing, outputs),
                    settings),
                options.BatchSize),
            options.Range);
    }

    /// <summary>Computes the features of images of bytes.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="images">The images, one after another, channel by channel.</param>
    /// <param name="shape">The shape of an image, with 1 channel, which is repeated, or 3.</param>
    /// <param name="features">The destination of count × FeatureSize values.</param>
    /// <param name="logits">The destination of count × Classes values; empty without logits.</param>
    /// <exception cref="ArgumentException">A length or the number of channels is wrong.</exception>
    public void Extract(
        int count, ReadOnlyMemory<byte> images, SampleShape shape, Memory<float> features,
        Memory<float> logits = default) =>
        _images.Extract(count, images, shape, features, logits);

    /// <summary>Computes the features of images of floats, which are rounded to bytes first.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="images">The images, one after another, channel by channel, in the range of the options.</param>
    /// <param name="shape">The shape of an image, with 1 channel, which is repeated, or 3.</param>
    /// <param name="features">The destination of count × FeatureSize values.</param>
    /// <param name="logits">The destination of count × Classes values; empty without logits.</param>
    /// <exception cref="ArgumentException">
    /// A length or the number of channels is wrong, a pixel is not a number, or the pixels use another range than that of
    /// the options.
    /// </exception>
    public void Extract(
        int count, ReadOnlyMemory<float> images, SampleShape shape, Memory<float> features,
        Memory<float> logits = default)
    {
        var range = _range ?? PixelRange.PlusMinusOne;
        range.Require(images.Span, isDeclared: _range is not null);
        _images.Extract(count, images, range, shape, features, logits);
    }

    /// <summary>
    /// Returns the features of images of floats as an extractor, which is valid until this network is disposed of.
    /// </summary>
    /// <param name="shape">The shape of an image, with 1 channel, which is repeated, or 3.</param>
    public IFeatureExtractor Of(SampleShape shape) => new ImageExtractor(_images, _range, shape, isLogits: false);

    /// <summary>
    /// Returns the logits of images of floats as an extractor, which is valid until this network is disposed of.
    /// Together with <see cref="Of"/> in the same <see cref="EvaluationOptions"/> they need no further pass.
    /// </summary>
    /// <param name="shape">The shape of an image, with 1 channel, which is repeated, or 3.</param>
    /// <exception cref="InvalidOperationException">The options exclude logits.</exception>
    public IFeatureExtractor LogitsOf(SampleShape shape) => Classes > 0
        ? new ImageExtractor(_images, _range, shape, isLogits: true)
        : throw new InvalidOperationException(
            $"'{Name}' was opened without logits. Set {nameof(InceptionOptions.WithLogits)} in its options.");

    /// <summary>Releases the network. No thread may still be using it.</summary>
    public void Dispose() => _images.Dispose();
}
