namespace MLNet.Gan;

/// <summary>Where and how ONNX Runtime runs a model.</summary>
internal sealed record SessionSettings
{
    /// <summary>The CUDA device to run on; null (default) for the CPU.</summary>
    public int? GpuDeviceId { get; init; }

    /// <summary>Whether to run on the CPU when that device cannot be used.</summary>
    public bool FallbackToCpu { get; init; } = true;

    /// <summary>How many CPU threads one run may use; 0 (default) for as many as there are processors.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// Whether threads that wait spin for long: a few percent faster alone, far slower beside other work.
    /// </summary>
    public bool AllowSpinning { get; init; }

    /// <summary>Whether a run plans one block of memory for its shapes: more memory for no time on large
    /// batches.</summary>
    public bool MemoryPattern { get; init; } = true;

    /// <summary>
    /// The library of a CUDA execution provider that ONNX Runtime itself was built without; null for that which the
    /// environment variable GAN_CUDA_PROVIDER names, if it does.
    /// </summary>
    public string? CudaProvider { get; init; }
}
