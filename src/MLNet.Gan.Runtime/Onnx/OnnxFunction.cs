using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan;

/// <summary>
/// An ONNX model of any origin as a function of named tensors, of whatever types of numbers. Thread-safe.
/// </summary>
internal sealed class OnnxFunction : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options;

    /// <summary>Loads a model.</summary>
    /// <param name="model">The bytes of the file.</param>
    /// <param name="threads">The number of CPU threads of one run; 0 for one per processor.</param>
    /// <exception cref="FormatException">The bytes are not a model, or an input or output is no tensor.</exception>
    public OnnxFunction(ReadOnlyMemory<byte> model, int threads = 0)
    {
        (_session, _) = OnnxSessionFactory.Open(model, new() { Threads = threads });
        _options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL }; // Errors are thrown.
        try
        {
            Metadata = _session.ModelMetadata.CustomMetadataMap;
            Inputs = [.. _session.InputNames.Select(name => OnnxPort.Of(name, _session.InputMetadata[name]))];
            Outputs = [.. _session.OutputNames.Select(name => OnnxPort.Of(name, _session.OutputMetadata[name]))];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The file's metadata properties.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The inputs, in the file's order.</summary>
    public IReadOnlyList<OnnxPort> Inputs { get; }

    /// <summary>The outputs, in the file's order.</summary>
    public IReadOnlyList<OnnxPort> Outputs { get; }

    /// <summary>Computes an output.</summary>
    /// <param name="inputs">A tensor for each input; its values are converted to the input's type.</param>
    /// <param name="output">The output's name.</param>
    /// <exception cref="FormatException">ONNX Runtime cannot run the model on these inputs.</exception>
    public OnnxTensor Run(IReadOnlyCollection<OnnxTensor> inputs, string output)
    {
        List<OrtValue> values = [];
        try
        {
            foreach (var tensor in inputs)
                values.Add(OnnxNumber.Of(Inputs.First(port => port.Name == tensor.Name)).Write(tensor));
            using var results = _session.Run(_options, [.. inputs.Select(tensor => tensor.Name)], values, [output]);
            return new(output, results[0].GetTensorTypeAndShape().Shape,
                OnnxNumber.Of(Outputs.First(port => port.Name == output)).Read(results[0]));
        }
        catch (OnnxRuntimeException e)
        {
            throw new FormatException(
                "The model cannot be run on "
                    + $"{string.Join(", ", inputs.Select(tensor => $"'{tensor.Name}' [{string.Join(", ", tensor.Shape)}]"))}. "
                    + $"Check what its inputs mean. ONNX Runtime: {e.Message}",
                e);
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
        _options.Dispose();
    }
}
