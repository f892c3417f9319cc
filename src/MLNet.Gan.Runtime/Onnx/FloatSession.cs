using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan;

/// <summary>A model in ONNX Runtime whose inputs and outputs of matrices of floats are bound by name. Thread-safe.</summary>
internal sealed class FloatSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };

    /// <summary>Loads a model on the CPU.</summary>
    /// <exception cref="FormatException">The bytes are no model.</exception>
    public FloatSession(byte[] model) => (_session, _) = OnnxSessionFactory.Open(model, new());

    /// <summary>The file's metadata properties.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _session.ModelMetadata.CustomMetadataMap;

    /// <summary>The length of the rows of an input; 0 where there is no input of that name, or it is no matrix of floats.</summary>
    public int SizeOf(string input) => Size(_session.InputMetadata, input);

    /// <summary>The length of the rows of an output; 0 where there is no output of that name, or it is no matrix of floats.</summary>
    public int OutputSizeOf(string output) => Size(_session.OutputMetadata, output);

    /// <summary>Runs the model once, reading and writing the buffers in place.</summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="output">The output to compute, and the buffer [count, size] that it fills.</param>
    /// <param name="inputs">The inputs' names and values [count, size], row-major.</param>
    public void Run(int count, (string Name, Memory<float> Values) output, params ReadOnlySpan<(string Name, Memory<float> Values)> inputs)
    {
        List<OrtValue> values = [];
        List<string> names = [];
        try
        {
            foreach (var (name, buffer) in inputs)
            {
                names.Add(name);
                values.Add(Wrapped(buffer, count));
            }

            using var computed = Wrapped(output.Values, count);
            _session.Run(_runOptions, names, values, [output.Name], [computed]);
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    /// <summary>Frees the model. No thread may still be running it.</summary>
    public void Dispose()
    {
        _session.Dispose();
        _runOptions.Dispose();
    }

    private static int Size(IReadOnlyDictionary<string, NodeMetadata> ports, string name) =>
        ports.TryGetValue(name, out var port) && port.ElementType == typeof(float) && port.Dimensions is [_, > 0 and var size] ? size : 0;

    // The value pins the buffer: nothing is copied.
    private static OrtValue Wrapped(Memory<float> buffer, int count) =>
        OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, buffer, [count, buffer.Length / count]);
}
