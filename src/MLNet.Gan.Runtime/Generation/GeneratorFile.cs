using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>Opens a generator's file on the device that a context asks for.</summary>
internal static class GeneratorFile
{
    /// <exception cref="FormatException">The bytes are not a generator of this package.</exception>
    public static GeneratorModel Open(byte[] onnx, MLContext context) =>
        new(onnx, context.GpuDeviceId, context.GpuDeviceId is null || context.FallbackToCpu);

    /// <summary>Opens and closes a file where that depends on a GPU, before a training is spent on one like it.</summary>
    /// <exception cref="InvalidOperationException">ONNX Runtime cannot use the GPU, and the CPU may not stand in.</exception>
    public static void CheckSaving(byte[] onnx, MLContext context)
    {
        if (context.GpuDeviceId is not null)
            Open(onnx, context).Dispose();
    }
}
