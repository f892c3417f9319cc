using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Reads a tensor's values on the CPU, in the order of its indices, whatever its strides.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed unsafe class TensorAccessor<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;
    private readonly T* _data;

    internal TensorAccessor(Tensor tensor)
    {
        _tensor = tensor;
        _data = (T*)tensor.Data();
        Count = tensor.numel();
    }

    /// <summary>How many values.</summary>
    public long Count { get; }

    /// <summary>A copy of the values, last dimension fastest.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        if (_tensor.IsContiguous)
            new ReadOnlySpan<T>(_data, array.Length).CopyTo(array);
        else
            CopyTo(array);
        GC.KeepAlive(_tensor);
        return array;
    }

    private void CopyTo(T[] array)
    {
        var (shape, strides) = (_tensor.shape, _tensor.Strides);
        for (var i = 0; i < array.Length; i++)
        {
            // Where in memory the value is that comes at this place in the order of indices.
            long position = i, offset = 0;
            for (var dimension = shape.Length - 1; dimension >= 0; dimension--)
            {
                (position, var index) = Math.DivRem(position, shape[dimension]);
                offset += index * strides[dimension];
            }

            array[i] = _data[offset];
        }
    }
}
