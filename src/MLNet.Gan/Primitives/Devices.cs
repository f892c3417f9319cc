using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>Where tensors live, as ML.NET's own deep-learning trainers decide it.</summary>
internal static class Devices
{
    /// <summary>
    /// The GPU that the context asks for; the CPU where it asks for none, or may fall back and there is no such GPU.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such GPU, and the CPU may not stand in.</exception>
    public static Device Of(MLContext context) => context.GpuDeviceId is { } id
        && IsThere(id, cuda.is_available() ? cuda.device_count() : 0, context.FallbackToCpu)
            ? device($"cuda:{id}")
            : CPU;

    /// <summary>Whether there is the device of a number. Throws if not, and the CPU may not stand in.</summary>
    internal static bool IsThere(int id, int count, bool fallbackToCpu)
    {
        if (id >= 0 && id < count)
            return true;
        var there = count switch
        {
            0 => "no CUDA device is available",
            1 => "the only CUDA device is 0",
            _ => $"the CUDA devices are 0 to {count - 1}",
        };
        return fallbackToCpu ? false : throw new InvalidOperationException(
            $"MLContext.GpuDeviceId is {id}, but {there}. Name one that is there, set MLContext.FallbackToCpu, or leave "
                + "GpuDeviceId null to train on the CPU.");
    }
}
