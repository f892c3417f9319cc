using System.Buffers;

namespace MLNet.Gan.Metrics;

/// <summary>
/// An imported network, from images of bytes to features and logits. The features of an image do not depend on the
/// others. Safe to call from many threads.
/// </summary>
internal sealed class ImageFeatures : IDisposable
{
    private readonly object _key;
    private readonly OnnxSession _session;
    private readonly InceptionOutput _features;
    private readonly InceptionOutput? _logits;
    private readonly int _batchSize;
    private int _isDisposed;

    private ImageFeatures(
        object key, OnnxSession session, InceptionOutput features, InceptionOutput? logits, int batchSize)
    {
        (_key, _session, _features, _logits, _batchSize) = (key, session, features, logits, batchSize);
        var network = session.Metadata[InceptionModel.NetworkKey];
        var isUsual = network == InceptionModel.Offline || features.Size == InceptionModel.FeatureCount;
        Name = isUsual ? network : $"{network}/{features.Size}";
    }

    /// <summary>The name that scores carry, such as "inception-2015-12-05".</summary>
    public string Name { get; }

    /// <summary>The first 8 digits of the SHA-256 of the file that was imported.</summary>
    public string Weights => _session.Metadata[InceptionModel.SourceKey][..8];

    /// <summary>The name of what happens to an image in front of the network.</summary>
    public string Preprocessing => _session.Metadata[InceptionGraph.PreprocessingKey];

    /// <summary>How many features an image has.</summary>
    public int FeatureSize => _features.Size;

    /// <summary>How many logits an image has; 0 when none were asked for.</summary>
    public int Classes => _logits?.Size ?? 0;

    /// <summary>Whether it runs on the GPU that was asked for.</summary>
    public bool UsesGpu => _session.UsesGpu;

    /// <summary>A network from a file of <see cref="InceptionImport"/>; equal requests share a session.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="preprocessing">What to do with an image.</param>
    /// <param name="featureSize">How many features: 64, 192, 768 or 2048; null for those it is known for.</param>
    /// <param name="withLogits">Whether to compute logits as well.</param>
    /// <param name="batchSize">How many images go through at once.</param>
    /// <param name="settings">Where and how to run it.</param>
    /// <exception cref="FormatException">The file is not of this kind, or damaged.</exception>
    /// <exception cref="InvalidOperationException">The network does not have what was asked for.</exception>
    public static ImageFeatures Open(
        string path, IPreprocessing preprocessing, int? featureSize, bool withLogits, int batchSize,
        SessionSettings settings)
    {
        var file = new FileInfo(path);
        var key = (file.FullName, file.LastWriteTimeUtc, file.Length, preprocessing, featureSize, withLogits, settings);
        var session = SharedSessions.Rent(key, () =>
        {
            var model = InceptionModel.FromOnnx(File.ReadAllBytes(path));
            var (features, logits) = Choose(model.Outputs, model.Name, featureSize, withLogits);
            InceptionOutput[] outputs = logits is null ? [features] : [features, logits];
            return OnnxSession.OfImages(InceptionGraph.ToRun(model, preprocessing, outputs), settings);
        });
        var network = session.Metadata[InceptionModel.NetworkKey];
        var (features, logits) = Choose(InceptionModel.OutputsOf(network), network, featureSize, withLogits);
        return new(key, session, features, logits, batchSize);
    }

    /// <summary>Computes the features of images.</summary>
    /// <param name="count">How many images.</param>
    /// <param name="images">The images, [count, channels, height, width].</param>
    /// <param name="channels">1, which is repeated, or 3.</param>
    /// <param name="height">The height of each.</param>
    /// <param name="width">The width of each.</param>
    /// <param name="features">Where count × FeatureSize numbers go.</param>
    /// <param name="logits">Where count × Classes numbers go; empty when none were asked for.</param>
    /// <exception cref="ArgumentException">A length does not suit.</exception>
    public void Extract(
        int count, ReadOnlyMemory<byte> images, int channels, int height, int width, Memory<float> features,
        Memory<float> logits = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        Require(channels is 1 or 3, nameof(channels), $"An image has 1 or 3 channels, not {channels}.");
        var plane = checked(height * width);
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
                Run(some, height, width, batch, features.Slice(first * FeatureSize, some * FeatureSize),
                    logits.Slice(first * Classes, some * Classes));
            }
        }
        finally
        {
            if (rented.Length > 0)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Gives the network back. No thread may still be using it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            SharedSessions.Return(_key);
    }

    private void Run(
        int count, int height, int width, ReadOnlyMemory<byte> images, Memory<float> features, Memory<float> logits)
    {
        if (_logits is null)
            _session.Run(count, height, width, images, (_features.Name, features));
        else
            _session.Run(count, height, width, images, (_features.Name, features), (_logits.Name, logits));
    }

    private static Memory<byte> Repeated(ReadOnlySpan<byte> gray, int plane, byte[] target)
    {
        for (var i = 0; i < gray.Length; i += plane)
            for (var channel = 0; channel < 3; channel++)
                gray.Slice(i, plane).CopyTo(target.AsSpan(3 * i + channel * plane));
        return target.AsMemory(0, 3 * gray.Length);
    }

    private static (InceptionOutput Features, InceptionOutput? Logits) Choose(
        IReadOnlyList<InceptionOutput> outputs, string network, int? featureSize, bool withLogits)
    {
        var sizes = outputs.Where(output => !output.IsLogits).ToList();
        var features = featureSize is null ? sizes[0] : sizes.FirstOrDefault(output => output.Size == featureSize);
        var logits = outputs.FirstOrDefault(output => output.IsLogits);
        return (
            features ?? throw new InvalidOperationException(
                $"The network '{network}' has no {featureSize} features, but "
                    + $"{string.Join(", ", sizes.Select(output => output.Size))}. Choose one of these."),
            !withLogits ? null : logits ?? throw new InvalidOperationException(
                $"The network '{network}' has no logits. Import the canonical network, or do without."));
    }

    private static void RequireLength(string name, int length, int count, long size) => Require(
        length == count * size, name, $"{count} images need {count} × {size} {name}, but there are {length}.");

    private static void Require(bool isTrue, string name, string message)
    {
        if (!isTrue)
            throw new ArgumentException(message, name);
    }
}
