using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>The choice of the training device, by the rules of ML.NET's own deep-learning trainers.</summary>
internal static class Devices
{
    /// <summary>
    /// Returns the context's GPU; the CPU when it names none, or when there is no such GPU and it allows the fallback.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such GPU, and no fallback to the CPU.</exception>
    public static Device Of(MLContext context) => context.GpuDeviceId is { } id
        && IsThere(id, cuda.is_available() ? cuda.device_count() : 0, context.FallbackToCpu)
            ? device($"cuda:{id}")
            : CPU;

    /// <summary>
    /// Returns whether a device number exists. Throws if not, unless the fallback to the CPU is allowed.
    /// </summary>
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
