namespace MLNet.Gan;

/// <summary>A generator of images from an ONNX file of any origin, as <see cref="OnnxGenerator"/> describes it.</summary>
/// <remarks>
/// A file of this package specifies its inputs; what another one leaves open must be set in the options.
/// </remarks>
internal sealed class ExternalGenerator : IDisposable
{
    private const int StabilityRows = 4;
    private static readonly PixelRange Usual = PixelRange.PlusMinusOne;

    private readonly OnnxFunction _function;
    private readonly ExternalGeneratorOptions _options;
    private readonly GeneratorInputs _inputs;
    private readonly GeneratorOutput _output;

    /// <summary>Opens a generator from a file.</summary>
    /// <exception cref="FormatException">
    /// The bytes are not such a generator, or its inputs or its output are not fully specified.
    /// </exception>
    public ExternalGenerator(ReadOnlyMemory<byte> onnx, ExternalGeneratorOptions options)
    {
        _options = options;
        _function = new OnnxFunction(onnx, options.Threads);
        try
        {
            var metadata = _function.Metadata.ContainsKey("mlnet.gan.version")
                ? GeneratorMetadata.FromMetadata(_function.Metadata)
                : null;
            _inputs = new(GeneratorPorts.Of(_function.Inputs, options), options, metadata);
            _output = GeneratorOutput.Of(_function.Outputs, options.Output, Measure);
            if (_output.IsBytes && options.Range is not null)
                throw new FormatException($"The generator's output '{_output.Name}' is bytes, from 0 to 255. Leave Range "
                    + "(--range) out.");
        }
        catch
        {
            _function.Dispose();
            throw;
        }
    }

    /// <summary>The length of a latent vector.</summary>
    public int LatentSize => _inputs.LatentSize;

    /// <summary>The number of classes; 0 without.</summary>
    public int Classes => _inputs.ClassCounts.Count;

    /// <summary>The shape of an image.</summary>
    public SampleShape Shape => _output.Shape;

    /// <summary>Generates images in blocks; they do not depend on the size of the blocks.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="seed">The seed of latents and classes; latents are drawn as by <c>Generate</c>.</param>
    /// <param name="blockSize">The number of images in a block; a file with a fixed batch size uses that.</param>
    /// <returns>The number of images of each block, and their values in [−1, 1].</returns>
    /// <exception cref="FormatException">The values are not in the range.</exception>
    public IEnumerable<(int Count, ReadOnlyMemory<float> Samples)> Generate(int count, int seed, int blockSize = 64)
    {
        var size = _inputs.FixedBatch ?? Math.Min(blockSize, count);
        var labels = Classes > 0 ? ClassDraw.Like(_inputs.ClassCounts, count, seed) : [];
        var range = _options.Range ?? (_output.IsBytes ? PixelRange.Bytes : Usual);
        var seen = new ValueRange(range, IsDeclared: _options.Range is not null || _output.IsBytes);
        for (var start = 0; start < count; start += size)
        {
            var rows = Math.Min(size, count - start);
            var run = _inputs.FixedBatch ?? rows; // The surplus rows of a fixed batch are discarded.
            var samples = Run(run, Latents(seed, start, run), Block(labels, start, run));
            seen.Add(samples.AsSpan(0, rows * Shape.Size));
            if (seen.Misfit() is { } misfit)
                throw new FormatException($"The generated values {misfit.Message}. {misfit.GeneratorAdvice}");
            if (range != Usual)
            {
                foreach (ref var value in samples.AsSpan())
                    value = (value - range.Black) / (range.White - range.Black) * 2 - 1;
            }

            yield return (rows, samples.AsMemory(0, rows * Shape.Size));
        }
    }

    /// <summary>
    /// Measures how far samples of equal latents differ between two runs and between batches, in units of [−1, 1].
    /// </summary>
    public OnnxStability Stability(int seed)
    {
        var count = _inputs.FixedBatch ?? StabilityRows;
        var range = _options.Range ?? (_output.IsBytes ? PixelRange.Bytes : Usual);
        var unit = (range.White - range.Black) / 2;
        var labels = Classes > 0 ? ClassDraw.Like(_inputs.ClassCounts, count, seed) : null;
        return OnnxStability.Of(
            (latents, classes) => Array.ConvertAll(
                Run(latents.Length / LatentSize, latents, classes ?? []), value => value / unit),
            count, Latents(seed, 0, count), labels, isFixed: _inputs.FixedBatch is not null);
    }

    public void Dispose() => _function.Dispose();

    private float[] Run(int count, float[] latents, long[] labels)
    {
        var made = _function.Run(_inputs.Of(count, latents, labels), _output.Name);
        return made.Values.Length == count * Shape.Size ? _output.Planes(made.Values) : throw new FormatException(
            $"The generator's output '{_output.Name}' of {count} latents is [{string.Join(", ", made.Shape)}], but {Shape} "
                + $"needs {count} images of it.");
    }

    private float[] Latents(int seed, int start, int count)
    {
        var latents = new float[count * LatentSize];
        for (var row = 0; row < count; row++)
        {
            var latent = latents.AsSpan(row * LatentSize, LatentSize);
            if (_options.IsUniform)
                LatentNoise.FillUniform(latent, seed, (ulong)(start + row), 0);
            else
                LatentNoise.Fill(latent, seed, (ulong)(start + row), 0);
        }

        return latents;
    }

    private static long[] Block(long[] labels, int start, int count) =>
        labels.Length == 0 ? [] : [.. Enumerable.Range(start, count).Select(row => labels[row % labels.Length])];

    private long[] Measure(OnnxPort port)
    {
        var count = _inputs.FixedBatch ?? 1;
        var labels = Classes > 0 ? new long[count] : [];
        return _function.Run(_inputs.Of(count, new float[count * LatentSize], labels), port.Name).Shape;
    }
}
