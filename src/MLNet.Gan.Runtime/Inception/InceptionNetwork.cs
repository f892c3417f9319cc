namespace MLNet.Gan.Metrics;

/// <summary>
/// An Inception network by whose features images are compared. Equal networks share their memory. Safe to call from
/// many threads.
/// </summary>
public sealed class InceptionNetwork : IDisposable
{
    private readonly ImageFeatures _images;
    private readonly PixelRange _range;

    private InceptionNetwork(ImageFeatures images, PixelRange range) => (_images, _range) = (images, range);

    /// <summary>The network on images of bytes.</summary>
    internal ImageFeatures Images => _images;

    /// <summary>The name that scores carry: "inception-2015-12-05", with "/768" where the features are others than the
    /// usual 2048.</summary>
    public string Name => _images.Name;

    /// <summary>The first 8 hexadecimal digits of the SHA-256 of the file that was imported.</summary>
    public string Weights => _images.Weights;

    /// <summary>The name of what happens to an image in front of the network.</summary>
    public string Preprocessing => _images.Preprocessing;

    /// <summary>How many features an image has.</summary>
    public int FeatureSize => _images.FeatureSize;

    /// <summary>How many logits an image has: 1008, or 0 when none were asked for.</summary>
    public int Classes => _images.Classes;

    /// <summary>Whether it runs on the GPU that was asked for.</summary>
    public bool UsesGpu => _images.UsesGpu;

    /// <summary>Opens a network.</summary>
    /// <param name="options">Which, and how to run it.</param>
    /// <param name="gpuDeviceId">The CUDA device to run on; null for the CPU.</param>
    /// <param name="fallbackToCpu">Whether to run on the CPU when that device cannot be used.</param>
    /// <exception cref="FileNotFoundException">There is no such file, or no imported network.</exception>
    /// <exception cref="FormatException">The file is no such network, or damaged.</exception>
    /// <exception cref="InvalidOperationException">The network does not have what was asked for, or the device cannot
    /// be used and there is no fallback.</exception>
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
    /// <param name="count">How many images.</param>
    /// <param name="images">The images, one after another, channel by channel.</param>
    /// <param name="shape">The shape of each, with 1 channel, which is repeated, or 3.</param>
    /// <param name="features">Where count × FeatureSize numbers go.</param>
    /// <param name="logits">Where count × Classes numbers go; empty when none were asked for.</param>
    /// <exception cref="ArgumentException">A length or the number of channels does not suit.</exception>
    public void Extract(
        int count, ReadOnlyMemory<byte> images, SampleShape shape, Memory<float> features,
        Memory<float> logits = default) =>
        _images.Extract(count, images, shape, features, logits);

    /// <summary>Computes the features of images of floats, which are rounded to bytes first.</summary>
    /// <param name="count">How many images.</param>
    /// <param name="images">The images, one after another, channel by channel, in the range of the options.</param>
    /// <param name="shape">The shape of each, with 1 channel, which is repeated, or 3.</param>
    /// <param name="features">Where count × FeatureSize numbers go.</param>
    /// <param name="logits">Where count × Classes numbers go; empty when none were asked for.</param>
    /// <exception cref="ArgumentException">A length or the number of channels does not suit, or a pixel is not a
    /// number.</exception>
    public void Extract(
        int count, ReadOnlyMemory<float> images, SampleShape shape, Memory<float> features,
        Memory<float> logits = default) =>
        _images.Extract(count, images, _range, shape, features, logits);

    /// <summary>The features of images of floats as an extractor, for as long as this network lives.</summary>
    /// <param name="shape">The shape of each, with 1 channel, which is repeated, or 3.</param>
    public IFeatureExtractor Of(SampleShape shape) => new ImageExtractor(_images, _range, shape, isLogits: false);

    /// <summary>
    /// The logits of images of floats as an extractor, for as long as this network lives. Beside <see cref="Of"/> in the
    /// same <see cref="EvaluationOptions"/> they cost no further pass.
    /// </summary>
    /// <param name="shape">The shape of each, with 1 channel, which is repeated, or 3.</param>
    /// <exception cref="InvalidOperationException">No logits were asked for.</exception>
    public IFeatureExtractor LogitsOf(SampleShape shape) => Classes > 0
        ? new ImageExtractor(_images, _range, shape, isLogits: true)
        : throw new InvalidOperationException(
            $"'{Name}' was opened without logits. Set {nameof(InceptionOptions.WithLogits)} in its options.");

    /// <summary>Gives the network back. No thread may still be using it.</summary>
    public void Dispose() => _images.Dispose();
}
