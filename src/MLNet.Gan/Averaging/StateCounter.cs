using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>A counter stored in a tensor, so that it is saved and restored with the other state tensors.</summary>
internal sealed class StateCounter : IDisposable
{
    /// <summary>
    /// The count [1], Int64, always on the CPU, so that reading it does not synchronize with a device.
    /// </summary>
    public Tensor StateTensor { get; } = zeros([1], dtype: ScalarType.Int64, device: CPU).DetachFromDisposeScope();

    public long Value
    {
        get => MemoryMarshal.Read<long>(StateTensor.bytes);
        set => MemoryMarshal.Write(StateTensor.bytes, value);
    }

    public void Dispose() => StateTensor.Dispose();
}
