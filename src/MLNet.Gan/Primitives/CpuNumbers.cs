using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>The memory of tensors that managed code can compute with.</summary>
internal static class CpuNumbers
{
    /// <summary>Whether a tensor's numbers are floats one behind the other in the processor's memory.</summary>
    public static bool Has(Tensor tensor) =>
        tensor.device_type == DeviceType.CPU && tensor.dtype == ScalarType.Float32 && tensor.is_contiguous();

    /// <summary>The numbers of such a tensor, which must outlive them.</summary>
    public static Span<float> Of(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
