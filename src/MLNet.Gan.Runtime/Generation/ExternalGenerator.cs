namespace MLNet.Gan;

/// <summary>A generator of images from an ONNX file of any origin.</summary>
/// <remarks>
/// It has one input of floats, the latents, and optionally one of Int64, the classes, and an output of images [N, C, H,
/// W] of floats with C = 1 or 3. A file of this package specifies its inputs; what another one leaves open must be set
/// in the options. The output is the first one of four dimensions.
/// </remarks>
internal sealed class ExternalGenerator : IDisposable
{
    private readonly OnnxSession _session;
    private readonly ExternalGeneratorOptions _options;
    private readonly IReadOnlyList<int> _classCounts;
    private readonly string _output;
    private readonly int? _fixedBatch;

    /// <summary>Opens a generator from a file.</summary>
    /// <exception cref="FormatException">
    /// The bytes are not such a generator, or its inputs are not fully specified.
    /// </exception>
    public ExternalGenerator(ReadOnlyMemory<byte> onnx, ExternalGeneratorOptions options)
    {
        _options = options;
        _session = new OnnxSession(onnx, threads: options.Threads);
        try
        {
            var metadata = _session.Metadata.ContainsKey("mlnet.gan.version")
                ? GeneratorMetadata.FromMetadata(_session.Metadata)
                : null;
            var latents = _session.Inputs.First(port => port.ElementType == typeof(float));
            _fixedBatch = latents.Dimensions is [> 0 and var batch, ..] ? (int)batch : null;
            LatentSize = SettleLatents(latents, options.LatentSize);
            _classCounts = SettleClasses(metadata);
            (_output, Shape) = SettleOutput();
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>The length of a latent vector.</summary>
    public int LatentSize { get; }

    /// <summary>The number of classes; 0 without.</summary>
    public int Classes => _classCounts.Count;

    /// <summary>The shape of an image.</summary>
    public SampleShape Shape { get; }

    /// <summary>Generates images in blocks; they do not depend on the size of the blocks.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="seed">The seed of latents and classes; latents are drawn as by <c>Generate</c>.</param>
    /// <param name="blockSize">The number of images in a block; a file with a fixed batch size uses that.</param>
    /// <returns>
    /// The number of images of each block, and their values in [−1, 1], which the next block overwrites.
    /// </returns>
    public IEnumerable<(int Count, ReadOnlyMemory<float> Samples)> Generate(int count, int seed, int blockSize = 64)
    {
        var size = _fixedBatch ?? Math.Min(blockSize, count);
        var labels = Classes > 0 ? ClassDraw.Like(_classCounts, count, seed) : [];
        var latents = new float[size * LatentSize];
        var samples = new float[size * Shape.Size];
        for (var start = 0; start < count; start += size)
        {
            var rows = Math.Min(size, count - start);
            var run = _fixedBatch ?? rows; // The surplus rows of a fixed batch are discarded.
            for (var row = 0; row < run; row++)
                Draw(latents.AsSpan(row * LatentSize, LatentSize), seed, (ulong)(start + row));
            _session.Run(run, latents.AsMemory(0, run * LatentSize), Block(labels, start, run),
                (_output, samples.AsMemory(0, run * Shape.Size)));
            if (_options.IsFromZero)
            {
                foreach (ref var value in samples.AsSpan())
                    value = 2 * value - 1;
            }

            yield return (rows, samples.AsMemory(0, rows * Shape.Size));
        }
    }

    public void Dispose() => _session.Dispose();

    private void Draw(Span<float> latent, int seed, ulong row)
    {
        if (_options.IsUniform)
            LatentNoise.FillUniform(latent, seed, row, 0);
        else
            LatentNoise.Fill(latent, seed, row, 0);
    }

    private static long[] Block(long[] labels, int start, int count) =>
        labels.Length == 0 ? [] : [.. Enumerable.Range(start, count).Select(row => labels[row % labels.Length])];

    private int SettleLatents(OnnxPort port, int? asked)
    {
        if (port.Dimensions.Length < 2)
            throw new FormatException($"The input {Text(port)} must have an axis for the batch and one for latents.");
        var rest = port.Dimensions[1..];
        var known = rest.Where(size => size > 0).Aggregate(1L, (product, size) => product * size);
        if (Array.IndexOf(rest, -1) is var open and >= 0)
        {
            if (asked is null)
                throw new FormatException($"The input {Text(port)} does not specify the length of latents. Set the "
                    + "latent size.");
            rest = [.. rest.Select((size, i) => size > 0 ? size : i == open ? Math.Max(1, asked.Value / known) : 1)];
            known = rest.Aggregate(1L, (product, size) => product * size);
            _session.Settle(port.Name, [port.Dimensions[0], .. rest]);
        }

        if (asked is not null && asked != known || known is < 1 or > 1 << 24)
            throw new FormatException($"The input {Text(port)} takes latents of length {known}, not {asked}.");
        return (int)known;
    }

    private IReadOnlyList<int> SettleClasses(GeneratorMetadata? metadata)
    {
        var port = _session.Inputs.FirstOrDefault(port => port.ElementType == typeof(long));
        IReadOnlyList<int> classes = metadata?.ClassCounts ?? [.. Enumerable.Repeat(1, _options.Classes ?? 0)];
        if (_options.Classes is { } asked && (port is null || asked != classes.Count))
            throw new FormatException($"The generator has {(port is null ? 0 : classes.Count)} classes, not {asked}.");
        if (port is null)
            return [];
        if (classes.Count == 0)
            throw new FormatException($"The generator has an input of classes, '{port.Name}', without their number. "
                + "Set the number of classes.");
        if (port.Dimensions.Length > 1)
            _session.Settle(port.Name, [port.Dimensions[0], .. port.Dimensions.Skip(1).Select(_ => 1L)]);
        return classes;
    }

    private (string Name, SampleShape Shape) SettleOutput()
    {
        var port = _session.Outputs.FirstOrDefault(
            output => output.ElementType == typeof(float) && output.Dimensions.Length == 4)
            ?? throw new FormatException("The generator has no output of images: it has "
                + $"{string.Join(", ", _session.Outputs.Select(Text))}, but needs an output of floats [N, C, H, W].");
        var sizes = port.Dimensions;
        if (sizes.AsSpan(1).Contains(-1) || sizes[0] > 0 != _fixedBatch.HasValue)
        {
            var count = _fixedBatch ?? 1;
            var labels = Classes > 0 ? new long[count] : [];
            var made = _session.Measure(port.Name, count, new float[count * LatentSize], labels);
            sizes = [_fixedBatch ?? -1, .. made.Skip(1)];
            _session.Settle(port.Name, sizes);
        }

        return sizes is [_, 1 or 3, > 0 and <= 1 << 14, > 0 and <= 1 << 14]
            ? (port.Name, SampleShape.Image((int)sizes[1], (int)sizes[2], (int)sizes[3]))
            : throw new FormatException($"The generator's output '{port.Name}' is [{string.Join(", ", sizes)}], but "
                + "must be [N, C, H, W] with one color or three.");
    }

    private static string Text(OnnxPort port) => $"'{port.Name}' [{string.Join(", ", port.Dimensions)}]";
}
