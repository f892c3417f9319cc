using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>Opens a generator's file on the device of a context.</summary>
internal static class GeneratorFile
{
    /// <exception cref="FormatException">The bytes are not a generator of this package.</exception>
    public static GeneratorModel Open(byte[] onnx, MLContext context) =>
        new(onnx, context.GpuDeviceId, context.GpuDeviceId is null || context.FallbackToCpu);

    /// <summary>Opens and closes a file if that depends on a GPU, to detect errors before training.</summary>
    /// <exception cref="InvalidOperationException">
    /// ONNX Runtime cannot use the GPU, and there is no fallback to the CPU.
    /// </exception>
    public static void CheckSaving(byte[] onnx, MLContext context)
    {
        if (context.GpuDeviceId is not null)
            Open(onnx, context).Dispose();
    }
}
