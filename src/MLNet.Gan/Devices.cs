using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>Where tensors live, as ML.NET's own deep-learning trainers decide it.</summary>
internal static class Devices
{
    /// <summary>
    /// The GPU that the context asks for; the CPU where it asks for none, or may fall back and there is none.
    /// </summary>
    public static Device Of(MLContext context)
    {
        if (context.GpuDeviceId is not { } id)
            return CPU;
        if (cuda.is_available())
            return device($"cuda:{id}");
        return context.FallbackToCpu ? CPU : throw new InvalidOperationException(
            $"MLContext.GpuDeviceId is {id}, but no CUDA device is available. Set MLContext.FallbackToCpu, or leave "
                + "GpuDeviceId null to train on the CPU.");
    }
}
