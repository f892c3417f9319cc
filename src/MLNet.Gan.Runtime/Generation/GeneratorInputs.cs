namespace MLNet.Gan;

/// <summary>The input tensors of a generator's file for a batch.</summary>
internal sealed class GeneratorInputs
{
    private readonly GeneratorPorts _ports;
    private readonly ExternalGeneratorOptions _options;
    private readonly long[] _latentShape;

    /// <exception cref="FormatException">The sizes of the inputs are not known, or differ from the options.</exception>
    public GeneratorInputs(GeneratorPorts ports, ExternalGeneratorOptions options, GeneratorMetadata? metadata)
    {
        (_ports, _options) = (ports, options);
        FixedBatch = ports.Latents.Dimensions is [> 0 and var batch, ..] ? (int)batch : null;
        _latentShape = LatentShape(ports.Latents, options.LatentSize);
        LatentSize = (int)_latentShape.Aggregate(1L, (product, size) => product * size);
        ClassCounts = Settled(metadata);
        foreach (var port in ports.Constants)
        {
            if (port.Dimensions.Skip(1).Any(size => size < 0))
                throw new FormatException(
                    $"The input {port} has more axes of unknown size than the batch, so it cannot be given a value. Export the "
                        + "generator with a fixed size of it, or without this input.");
        }
    }

    /// <summary>The number of rows of every batch; null for any.</summary>
    public int? FixedBatch { get; }

    /// <summary>The length of a latent vector.</summary>
    public int LatentSize { get; }

    /// <summary>How frequent each class is; empty without classes.</summary>
    public IReadOnlyList<int> ClassCounts { get; }

    /// <summary>Returns the tensors of a batch.</summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="latents">The latents, row-major.</param>
    /// <param name="labels">The class of each row; empty without classes.</param>
    public IReadOnlyList<OnnxTensor> Of(int count, float[] latents, long[] labels) =>
    [
        new(_ports.Latents.Name, [count, .. _latentShape], latents),
        .. _ports.Classes is { } classes ? [Labels(classes, count, labels)] : Array.Empty<OnnxTensor>(),
        .. _ports.Constants.Select(port => Constant(port, count)),
    ];

    private OnnxTensor Labels(OnnxPort port, int count, long[] labels)
    {
        if (!OnnxNumber.IsFloating(port.ElementType))
            return new(port.Name, [count, .. port.Dimensions.Skip(1).Select(_ => 1L)], Array.ConvertAll(labels, label => (float)label));
        var oneHot = new float[count * ClassCounts.Count];
        for (var row = 0; row < count; row++)
            oneHot[row * ClassCounts.Count + labels[row]] = 1;
        return new(port.Name, [count, ClassCounts.Count], oneHot);
    }

    private OnnxTensor Constant(OnnxPort port, int count)
    {
        long[] shape = [.. port.Dimensions.Select(size => size < 0 ? count : size)];
        var values = new float[shape.Aggregate(1L, (product, size) => product * size)];
        values.AsSpan().Fill(_options.Constants.GetValueOrDefault(port.Name));
        return new(port.Name, shape, values);
    }

    private static long[] LatentShape(OnnxPort port, int? asked)
    {
        var rest = port.Dimensions[1..];
        var known = rest.Where(size => size > 0).Aggregate(1L, (product, size) => product * size);
        if (Array.IndexOf(rest, -1) is var open and >= 0)
        {
            if (asked is null)
                throw new FormatException($"The input {port} does not specify the length of latents. Set LatentSize "
                    + "(--latent-size N).");
            rest = [.. rest.Select((size, i) => size > 0 ? size : i == open ? Math.Max(1, asked.Value / known) : 1)];
            known = rest.Aggregate(1L, (product, size) => product * size);
        }

        return (asked is null || asked == known) && known is >= 1 and <= 1 << 24 ? rest
            : throw new FormatException($"The input {port} takes latents of length {known}, not {asked}.");
    }

    private IReadOnlyList<int> Settled(GeneratorMetadata? metadata)
    {
        var port = _ports.Classes;
        var isOneHot = port is not null && OnnxNumber.IsFloating(port.ElementType);
        if (isOneHot && port!.Dimensions.Length != 2)
            throw new FormatException($"The input of classes, {port}, must be one-hot vectors [N, K], or integers [N].");
        var size = isOneHot && port!.Dimensions[1] > 0 ? (int)port.Dimensions[1] : _options.Classes ?? 0;
        IReadOnlyList<int> classes = metadata?.ClassCounts ?? [.. Enumerable.Repeat(1, size)];
        if (_options.Classes is { } asked && (port is null || asked != classes.Count))
            throw new FormatException($"The generator has {(port is null ? 0 : classes.Count)} classes, not {asked}.");
        return port is null ? []
            : classes.Count > 0 ? classes
            : throw new FormatException($"The generator has an input of classes, {port}, without their number. Set "
                + "Classes (--labels N).");
    }
}
