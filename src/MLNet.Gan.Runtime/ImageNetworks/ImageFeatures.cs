using System.Buffers;

namespace MLNet.Gan.Metrics;

/// <summary>
/// A feature network for images of bytes, run by ONNX Runtime: its first output is the features, the second, if there
/// is one, the logits. The features of an image do not depend on the other images. Thread-safe.
/// </summary>
internal sealed class ImageFeatures : IDisposable
{
    /// <summary>
    /// The metadata keys of the network's name, its weights' hash and its preprocessing in the ONNX file.
    /// </summary>
    public const string NetworkKey = "network", SourceKey = "source-sha256", PreprocessingKey = "preprocessing";

    private readonly object _key;
    private readonly OnnxSession _session;
    private readonly int _batchSize;
    private int _isDisposed;

    private ImageFeatures(object key, OnnxSession session, int batchSize) =>
        (_key, _session, _batchSize) = (key, session, batchSize);

    /// <summary>The name in the protocol of scores, such as "inception-2015-12-05".</summary>
    public string Name => _session.Metadata[NetworkKey];

    /// <summary>The first 8 digits of the SHA-256 of the weights.</summary>
    public string Weights => _session.Metadata[SourceKey][..8];

    /// <summary>The name of the preprocessing of images.</summary>
    public string Preprocessing => _session.Metadata[PreprocessingKey];

    /// <summary>The number of features of an image.</summary>
    public int FeatureSize => SizeOf(0);

    /// <summary>The number of logits of an image; 0 without.</summary>
    public int Classes => _session.Outputs.Count > 1 ? SizeOf(1) : 0;

    /// <summary>Whether it runs on the requested GPU.</summary>
    public bool UsesGpu => _session.UsesGpu;

    /// <summary>Opens a network whose session is shared by equal keys.</summary>
    /// <param name="key">All properties that the session depends on, compared by value.</param>
    /// <param name="open">
    /// Opens the session: an input of bytes [N, 3, H, W], one or two outputs [N, F], metadata.
    /// </param>
    /// <param name="batchSize">The number of images in a batch.</param>
    public static ImageFeatures Open(object key, Func<OnnxSession> open, int batchSize) =>
        new(key, SharedSessions.Rent(key, open), batchSize);

    /// <summary>Computes the features of images of bytes.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="images">The images, [count, channels, height, width].</param>
    /// <param name="shape">The shape of an image, with 1 channel, which is repeated, or 3.</param>
    /// <param name="features">The destination of count × FeatureSize values.</param>
    /// <param name="logits">The destination of count × Classes values; empty without logits.</param>
    /// <exception cref="ArgumentException">A length or the number of channels is wrong.</exception>
    public void Extract(
        int count, ReadOnlyMemory<byte> images, SampleShape shape, Memory<float> features, Memory<float> logits = default)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        var channels = shape.Channels;
        Require(channels is 1 or 3, nameof(shape), $"An image has 1 or 3 channels, not {channels}.");
        var plane = checked(shape.Height * shape.Width);
        RequireLength(nameof(images), images.Length, count, (long)channels * plane);
        RequireLength(nameof(features), features.Length, count, FeatureSize);
        RequireLength(nameof(logits), logits.Length, count, Classes);
        var rented = channels == 3 ? [] : ArrayPool<byte>.Shared.Rent(Math.Min(count, _batchSize) * 3 * plane);
        try
        {
            for (var first = 0; first < count; first += _batchSize)
            {
                var some = Math.Min(_batchSize, count - first);
                var batch = images.Slice(first * channels * plane, some * channels * plane);
                if (channels == 1)
                    batch = Repeated(batch.Span, plane, rented);
                Run(some, shape, batch, features.Slice(first * FeatureSize, some * FeatureSize),
                    logits.Slice(first * Classes, some * Classes));
            }
        }
        finally
        {
            if (rented.Length > 0)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Computes the features of images of floats, which are rounded to bytes first.</summary>
    /// <inheritdoc cref="Extract(int, ReadOnlyMemory{byte}, SampleShape, Memory{float}, Memory{float})"/>
    /// <param name="count">The number of images.</param>
    /// <param name="images">The images, [count, channels, height, width].</param>
    /// <param name="range">The values of black and white.</param>
    /// <param name="shape">The shape of an image, with 1 channel, which is repeated, or 3.</param>
    /// <param name="features">The destination of count × FeatureSize values.</param>
    /// <param name="logits">The destination of count × Classes values; empty without logits.</param>
    public void Extract(
        int count, ReadOnlyMemory<float> images, PixelRange range, SampleShape shape, Memory<float> features,
        Memory<float> logits = default)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(images.Length);
        try
        {
            range.Quantize(images.Span, bytes);
            Extract(count, bytes.AsMemory(0, images.Length), shape, features, logits);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Releases the network. No thread may still be using it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            SharedSessions.Return(_key);
    }

    private void Run(
        int count, SampleShape shape, ReadOnlyMemory<byte> images, Memory<float> features, Memory<float> logits)
    {
        var outputs = _session.Outputs;
        if (outputs.Count == 1)
            _session.Run(count, shape.Height, shape.Width, images, (outputs[0].Name, features));
        else
            _session.Run(
                count, shape.Height, shape.Width, images, (outputs[0].Name, features), (outputs[1].Name, logits));
    }

    private int SizeOf(int output) => (int)_session.Outputs[output].Dimensions[1];

    private static Memory<byte> Repeated(ReadOnlySpan<byte> gray, int plane, byte[] target)
    {
        for (var i = 0; i < gray.Length; i += plane)
            for (var channel = 0; channel < 3; channel++)
                gray.Slice(i, plane).CopyTo(target.AsSpan(3 * i + channel * plane));
        return target.AsMemory(0, 3 * gray.Length);
    }

    private static void RequireLength(string name, int length, int count, long size) => Require(
        length == count * size, name, $"{count} images need {count} × {size} {name}, but there are {length}.");

    private static void Require(bool isTrue, string name, string message)
    {
        if (!isTrue)
            throw new ArgumentException(message, name);
    }
}
