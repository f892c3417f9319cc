using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan;

/// <summary>The failures of a model that ONNX Runtime loads or runs.</summary>
internal static class OnnxFailure
{
    /// <summary>Whether an exception of <see cref="OnnxSession"/> is due to the model: its operators, its types or its shapes.</summary>
    public static bool Is(Exception e) => e is OnnxRuntimeException or FormatException or ArgumentException;
}
