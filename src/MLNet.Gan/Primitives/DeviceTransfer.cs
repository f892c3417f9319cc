namespace MLNet.Gan;

/// <summary>How a training step sends tensors from the CPU to where it runs.</summary>
/// <remarks>
/// A plain copy to a GPU waits until the GPU has done all that was asked of it before. From page-locked memory, which
/// libtorch keeps for the next step, the copy queues up like any other operation, and nobody waits
/// (docs/decisions/0008).
/// </remarks>
internal static class DeviceTransfer
{
    /// <summary>The tensor on a device; the same tensor where it is there already.</summary>
    public static Tensor SentTo(this Tensor here, Device device) =>
        here.device_type == DeviceType.CPU && device.type == DeviceType.CUDA
            ? here.pin_memory().to(device, non_blocking: true)
            : here.to(device);

    /// <summary>The tensor on another's device, in that one's element type.</summary>
    public static Tensor SentTo(this Tensor here, Tensor other) => here.to(other.dtype).SentTo(other.device);

    /// <summary>The way back: numbers [N] read together, since each reading waits for the GPU.</summary>
    public static double[] ToDoubles(this Tensor numbers)
    {
        using var scope = NewDisposeScope();
        return numbers.detach().cpu().to(ScalarType.Float64).data<double>().ToArray();
    }
}
