namespace MLNet.Gan;

/// <summary>Where the samples [N, …] of a training lie.</summary>
internal interface ISampleStore : IDisposable
{
    /// <summary>N and the shape of a sample.</summary>
    long[] Shape { get; }

    /// <summary>Where the batches are.</summary>
    Device Device { get; }

    /// <summary>The bytes that they take in a file; 0 where they are in memory.</summary>
    long FileBytes { get; }

    /// <summary>The samples at some rows, as a tensor on the device that the caller's scope owns.</summary>
    Tensor Gather(long[] rows);

    /// <summary>Shows all samples in order, so many at once, as tensors on the device.</summary>
    void Visit(long rows, Action<Tensor> visit);

    /// <summary>Hands out all samples in order, so many at once, on the device, to be changed in place.</summary>
    void Update(long rows, Action<Tensor> update);
}
