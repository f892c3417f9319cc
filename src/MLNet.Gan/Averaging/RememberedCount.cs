using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>A count that is kept in a tensor, so that it is saved and restored with the vectors beside it.</summary>
internal sealed class RememberedCount : IDisposable
{
    /// <summary>One whole number, always on the CPU: to read it waits for no device.</summary>
    public Tensor StateTensor { get; } = zeros([1], dtype: ScalarType.Int64, device: CPU).DetachFromDisposeScope();

    public long Value
    {
        get => MemoryMarshal.Read<long>(StateTensor.bytes);
        set => MemoryMarshal.Write(StateTensor.bytes, value);
    }

    public void Dispose() => StateTensor.Dispose();
}
