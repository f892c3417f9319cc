using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    private static Tensor Made(Tensor tensor, bool requiresGrad) =>
        requiresGrad ? tensor.requires_grad_() : tensor;

    /// <summary>The element type of a tensor filled with this number, as PyTorch chooses it.</summary>
    private static ScalarType Inferred(Scalar value) =>
        value.Type == ScalarType.Float64 ? ScalarType.Float32 : value.Type;

    /// <summary>A tensor with a copy of these values.</summary>
    private static Tensor Filled<T>(
        ReadOnlySpan<T> values, long[] sizes, ScalarType type, ScalarType? wanted, Device? device, bool requiresGrad)
        where T : unmanaged
    {
        if (sizes.TotalSize() != values.Length)
        {
            throw new ArgumentException(
                $"{values.Length} values cannot fill a tensor of sizes [{string.Join(", ", sizes)}].");
        }

        var made = Op.EmptyMemoryFormat.Call(sizes, type);
        MemoryMarshal.AsBytes(values).CopyTo(made.bytes);
        if (wanted is not null && wanted != type || device is not null && device.type != DeviceType.CPU)
            made = made.to(wanted ?? type, device ?? CPU, disposeAfter: true);
        return Made(made, requiresGrad);
    }

    private static long[] Sizes(Array array) =>
        [.. Enumerable.Range(0, array.Rank).Select(array.GetLongLength)];

    private static ReadOnlySpan<T> Flat<T>(Array array)
        where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
}
