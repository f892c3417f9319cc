using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>The memory of tensors that managed code can compute with.</summary>
internal static class CpuNumbers
{
    /// <summary>The most floats of a tensor: its bytes are one span.</summary>
    public const int Most = int.MaxValue / sizeof(float);

    /// <summary>Whether a tensor's numbers are floats one behind the other in the processor's memory, and not too many for a span.</summary>
    public static bool Has(Tensor tensor) => tensor.device_type == DeviceType.CPU && tensor.dtype == ScalarType.Float32
        && tensor.is_contiguous() && tensor.numel() <= Most;

    /// <summary>The numbers of such a tensor, which must outlive them.</summary>
    public static Span<float> Of(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
