namespace MLNet.Gan;

/// <summary>A table's generator loaded in ONNX Runtime, without its decoder. Thread-safe.</summary>
internal sealed class TableSession : IDisposable
{
    /// <summary>The names of the inputs, and of the output with encoded rows.</summary>
    public const string Latent = "latent", Condition = "condition", Rows = "encoded_rows";

    private readonly FloatSession _session;
    private volatile bool _isDisposed;

    /// <summary>Loads a file.</summary>
    /// <exception cref="FormatException">The bytes are no such model.</exception>
    public TableSession(byte[] file)
    {
        _session = new(OnnxPart.Of(file, Rows)); // Rows are decoded here: faster than by nodes, and only the columns that are read.
        try
        {
            Encoding = TableMetadata.FromText(_session.Metadata.TryGetValue(TableMetadata.Entry, out var text) ? text : throw new FormatException(
                $"The ONNX file has no metadata entry '{TableMetadata.Entry}', so it is no generator of table rows of MLNet.Gan."));
            var conditions = Encoding.Layout.Blocks.Where(block => block.IsCondition).Sum(block => block.Width);
            (LatentSize, ConditionSize) = (_session.SizeOf(Latent), _session.SizeOf(Condition));
            if (_session.OutputSizeOf(Rows) != Encoding.Layout.Width)
                throw new FormatException(
                    $"The ONNX file has no output '{Rows}' of {Encoding.Layout.Width} values a row, so it is damaged. Copy or export the file again.");
            if (LatentSize == 0 || ConditionSize != conditions)
                throw new FormatException($"The inputs '{Latent}' and '{Condition}' of the ONNX file have {LatentSize} and {ConditionSize} values a row, but a "
                    + $"latent and {conditions} are in its metadata, so it is damaged. Copy or export the file again.");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>How rows are decoded.</summary>
    public TableEncoding Encoding { get; }

    /// <summary>The length of a latent.</summary>
    public int LatentSize { get; }

    /// <summary>The length of a condition; 0 for a table without categories.</summary>
    public int ConditionSize { get; }

    /// <summary>Computes encoded rows [count, width].</summary>
    /// <exception cref="ObjectDisposedException">The transformer of this generator is disposed.</exception>
    public void Run(int count, Memory<float> latents, Memory<float> conditions, Memory<float> rows)
    {
        if (_isDisposed) // Native memory that is freed would end the process.
            throw Disposed();
        if (ConditionSize > 0)
            _session.Run(count, (Rows, rows), (Latent, latents), (Condition, conditions));
        else
            _session.Run(count, (Rows, rows), (Latent, latents));
    }

    /// <summary>Frees the model. No thread may still be running it.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _session.Dispose();
    }

    // Named after the class that users dispose.
    private static ObjectDisposedException Disposed() => new("MLNet.Gan.TabularGanTransformer");
}
