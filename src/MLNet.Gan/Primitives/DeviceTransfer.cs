namespace MLNet.Gan;

/// <summary>Transfers of tensors between the CPU and the training device.</summary>
/// <remarks>
/// A plain copy to a GPU waits until the GPU has finished all its queued work. From page-locked memory, which libtorch
/// caches for the next step, the copy is queued like any other operation and the CPU does not wait
/// (docs/decisions/0008).
/// </remarks>
internal static class DeviceTransfer
{
    /// <summary>Returns the tensor on a device; the same tensor if it is already there.</summary>
    public static Tensor SentTo(this Tensor here, Device device) =>
        here.device_type == DeviceType.CPU && device.type == DeviceType.CUDA
            ? here.pin_memory().to(device, non_blocking: true)
            : here.to(device);

    /// <summary>Returns the tensor on the device and in the element type of another one.</summary>
    public static Tensor SentTo(this Tensor here, Tensor other) => here.to(other.dtype).SentTo(other.device);

    /// <summary>Reads numbers [N] back to the CPU at once, since each read synchronizes with the GPU.</summary>
    public static double[] ToDoubles(this Tensor numbers)
    {
        using var scope = NewDisposeScope();
        return numbers.detach().cpu().to(ScalarType.Float64).data<double>().ToArray();
    }
}
