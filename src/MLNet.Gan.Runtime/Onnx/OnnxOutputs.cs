using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace MLNet.Gan;

/// <summary>All outputs of a model for some rows, of whatever types, as another program gets them.</summary>
internal static class OnnxOutputs
{
    /// <summary>Loads a model and runs it once.</summary>
    /// <param name="file">The ONNX file.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="inputs">The inputs' names and values [count, size], row-major.</param>
    /// <returns>By the outputs' names their values, row-major: Single, Double, Int64, Boolean or text.</returns>
    public static Dictionary<string, Array> Of(byte[] file, int count, params IReadOnlyList<(string Name, float[] Values)> inputs)
    {
        using var session = OnnxSessionFactory.Open(file, new()).Session;
        using var options = new RunOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        OrtValue[] values = [.. inputs.Select(input => OrtValue.CreateTensorValueFromMemory(input.Values, [count, input.Values.Length / count]))];
        try
        {
            using var outputs = session.Run(options, [.. inputs.Select(input => input.Name)], values, session.OutputNames);
            return session.OutputNames.Zip(outputs).ToDictionary(pair => pair.First, pair => Values(pair.Second));
        }
        finally
        {
            Array.ForEach(values, value => value.Dispose());
        }
    }

    private static Array Values(OrtValue value) => value.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Float => value.GetTensorDataAsSpan<float>().ToArray(),
        TensorElementType.Double => value.GetTensorDataAsSpan<double>().ToArray(),
        TensorElementType.Int64 => value.GetTensorDataAsSpan<long>().ToArray(),
        TensorElementType.Bool => value.GetTensorDataAsSpan<bool>().ToArray(),
        _ => value.GetStringTensorAsArray(),
    };
}
