namespace MLNet.Gan;

/// <summary>The storage of the training samples [N, …].</summary>
internal interface ISampleStore : IDisposable
{
    /// <summary>N and the shape of one sample.</summary>
    long[] Shape { get; }

    /// <summary>The device of the batches.</summary>
    Device Device { get; }

    /// <summary>The number of bytes that the samples take in a file; 0 when they are in memory.</summary>
    long FileBytes { get; }

    /// <summary>Returns the samples at some rows as a tensor on the device, owned by the caller's scope.</summary>
    Tensor Gather(long[] rows);

    /// <summary>
    /// Passes all samples to a function in order, in blocks of so many rows, as tensors on the device.
    /// </summary>
    void Visit(long rows, Action<Tensor> visit);

    /// <summary>Passes all samples to a function that changes them in place, in blocks of rows on the device.</summary>
    void Update(long rows, Action<Tensor> update);
}
