using Microsoft.ML;
using MLNet.Gan.Generation;

namespace MLNet.Gan;

/// <summary>Opens a generator's file on the device that a context asks for.</summary>
internal static class GeneratorFile
{
    /// <exception cref="FormatException">The bytes are not a generator of this package.</exception>
    public static GeneratorModel Open(byte[] onnx, MLContext context) =>
        new(onnx, context.GpuDeviceId, context.GpuDeviceId is null || context.FallbackToCpu);
}
