namespace MLNet.Gan;

/// <summary>The settings of an ONNX Runtime session.</summary>
internal sealed record SessionSettings
{
    /// <summary>The CUDA device to run on; null (default) for the CPU.</summary>
    public int? GpuDeviceId { get; init; }

    /// <summary>Whether to run on the CPU when that device cannot be used.</summary>
    public bool FallbackToCpu { get; init; } = true;

    /// <summary>The number of CPU threads of one run; 0 (default) for one per processor.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// Whether waiting threads spin for long: a few percent faster alone, far slower beside other work.
    /// </summary>
    public bool AllowSpinning { get; init; }

    /// <summary>Whether a run plans one block of memory for its shapes: more memory, and no speedup for large
    /// batches.</summary>
    public bool MemoryPattern { get; init; } = true;

    /// <summary>
    /// The library of a CUDA execution provider for an ONNX Runtime built without one; null for that of the environment
    /// variable GAN_CUDA_PROVIDER, if it is set.
    /// </summary>
    public string? CudaProvider { get; init; }
}
