using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan;

/// <summary>A table's generator loaded in ONNX Runtime. Thread-safe.</summary>
internal sealed class TableSession : IDisposable
{
    /// <summary>The names of the inputs, and of the output with encoded rows.</summary>
    public const string Latent = "latent", Condition = "condition", Rows = "encoded_rows";

    private readonly InferenceSession _session;
    private readonly Microsoft.ML.OnnxRuntime.RunOptions _runOptions = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly TableLayout _layout;

    /// <summary>Loads a file.</summary>
    /// <exception cref="FormatException">The bytes are no such model.</exception>
    public TableSession(byte[] file)
    {
        (_session, _) = OnnxSessionFactory.Open(file, new());
        try
        {
            var metadata = _session.ModelMetadata.CustomMetadataMap;
            Encoding = TableMetadata.FromText(metadata.TryGetValue(TableMetadata.Entry, out var text) ? text : throw new FormatException(
                $"The ONNX file has no metadata entry '{TableMetadata.Entry}', so it is no generator of table rows of MLNet.Gan."));
            _layout = Encoding.Layout;
            LatentSize = _session.InputMetadata.TryGetValue(Latent, out var port) && port.Dimensions is [_, > 0 and var size] ? size
                : throw new FormatException($"The ONNX file has no input '{Latent}' of vectors, so it is damaged. Export it again.");
            ConditionSize = _session.InputMetadata.TryGetValue(Condition, out var condition) ? condition.Dimensions[1] : 0;
            if (ConditionSize != _layout.Blocks.Where(block => block.IsCondition).Sum(block => block.Width))
                throw new FormatException($"The input '{Condition}' of the ONNX file has {ConditionSize} values, but its metadata have others. Export it again.");
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
    public void Run(int count, Memory<float> latents, Memory<float> conditions, Memory<float> rows)
    {
        List<string> names = [Latent];
        List<OrtValue> inputs = [Value(latents, count, LatentSize)];
        if (ConditionSize > 0)
        {
            names.Add(Condition);
            inputs.Add(Value(conditions, count, ConditionSize));
        }

        using var output = Value(rows, count, _layout.Width);
        try
        {
            _session.Run(_runOptions, names, inputs, [Rows], [output]);
        }
        finally
        {
            inputs.ForEach(input => input.Dispose());
        }
    }

    /// <summary>Frees the model.</summary>
    public void Dispose()
    {
        _session.Dispose();
        _runOptions.Dispose();
    }

    private static OrtValue Value(Memory<float> values, int count, int size) =>
        OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, values, [count, size]);
}
