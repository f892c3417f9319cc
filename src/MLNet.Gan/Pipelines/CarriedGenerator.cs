using MLNet.Gan.Generation;

namespace MLNet.Gan.Pipelines;

/// <summary>A generator out of a loaded pipeline, and how many latents it has drawn.</summary>
internal sealed class CarriedGenerator(string payload)
{
    private long _drawn = -1;

    public GeneratorModel Model { get; } =
        new(Convert.FromBase64String(payload), gpuDeviceId: null, fallbackToCpu: true);

    /// <summary>A number that no other row of this pipeline gets, whichever cursor reads it.</summary>
    public ulong NextRow() => (ulong)Interlocked.Increment(ref _drawn);
}
