namespace MLNet.Gan;

/// <summary>A trained generator: the pure function of its ONNX file, run by ONNX Runtime.</summary>
/// <remarks>
/// The same file is run after training, after loading and in other products, so samples are equal everywhere.
/// Thread-safe.
/// </remarks>
internal sealed class GeneratorModel : IDisposable
{
    private const string Owner = "MLNet.Gan.GanTransformer"; // The class that users dispose.
    private readonly OnnxSession _session;
    private volatile bool _isDisposed;

    /// <summary>Opens a generator from its file.</summary>
    /// <exception cref="FormatException">The bytes are not a generator of this package.</exception>
    public GeneratorModel(byte[] onnx, int? gpuDeviceId, bool fallbackToCpu, int threads = 0)
    {
        Onnx = onnx;
        _session = new OnnxSession(onnx, gpuDeviceId, fallbackToCpu, threads);
        try
        {
            Metadata = GeneratorMetadata.FromMetadata(_session.Metadata);
            Compare(Metadata, _session);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>The file.</summary>
    public byte[] Onnx { get; }

    /// <summary>The metadata of the file.</summary>
    public GeneratorMetadata Metadata { get; }

    /// <summary>Generates samples.</summary>
    /// <param name="count">The number of samples.</param>
    /// <param name="latents">The latent vectors, one for each sample.</param>
    /// <param name="labels">The classes, one for each sample; empty without classes.</param>
    /// <param name="samples">The destination of the samples.</param>
    /// <exception cref="ObjectDisposedException">The transformer of this generator is disposed.</exception>
    public void Generate(
        int count, ReadOnlyMemory<float> latents, ReadOnlyMemory<long> labels, Memory<float> samples) =>
        Opened.Run(count, latents, labels, ("sample", samples));

    private OnnxSession Opened => _isDisposed ? throw new ObjectDisposedException(Owner) : _session;

    public void Dispose()
    {
        _isDisposed = true;
        _session.Dispose();
    }

    /// <summary>Throws if the metadata of a file does not match the inputs and outputs of its graph.</summary>
    private static void Compare(GeneratorMetadata metadata, OnnxSession session)
    {
        string Sizes(IEnumerable<OnnxPort> ports, Type type) => string.Join(' ',
            from port in ports
            where port.ElementType == type
            select $"[{string.Join(", ", port.Dimensions.Skip(1))}]");

        var said = $"[{metadata.LatentSize}] → [{string.Join(", ", metadata.Shape.Dimensions)}], "
            + $"{(metadata.Classes > 0 ? "with" : "without")} classes";
        var labels = session.Inputs.Any(port => port.ElementType == typeof(long));
        var done = $"{Sizes(session.Inputs, typeof(float))} → {Sizes(session.Outputs, typeof(float))}, "
            + $"{(labels ? "with" : "without")} classes";
        if (said != done)
            throw new FormatException(
                $"The metadata of the ONNX file describes a generator {said}, but its graph is {done}. The file is "
                    + "damaged; copy or export it again.");
    }
}
