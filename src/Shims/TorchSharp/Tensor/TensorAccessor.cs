using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Reads and writes a tensor's values on the CPU, in the order of its indices, whatever its strides.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;
    private readonly T* _data;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;

    internal TensorAccessor(Tensor tensor)
    {
        _tensor = tensor;
        _data = (T*)tensor.Data();
        _shape = tensor.shape;
        _strides = tensor.stride();
        _contiguous = tensor.is_contiguous();
        Count = tensor.numel();
    }

    public long Count { get; }

    public T this[params long[] indices]
    {
        get => _data[Offset(indices)];
        set => _data[Offset(indices)] = value;
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        if (_contiguous)
            Values(tensorIndex).CopyTo(array[arrayIndex..]);
        else
        {
            for (var i = tensorIndex; i < Count; i++)
                array[arrayIndex++] = _data[Offset(i)];
        }

        GC.KeepAlive(_tensor);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = (int)Math.Min(source.Length, Count - tensorIndex);
        if (_contiguous)
            source[..count].CopyTo(Values(tensorIndex));
        else
        {
            for (var i = 0; i < count; i++)
                _data[Offset(tensorIndex + i)] = source[i];
        }

        GC.KeepAlive(_tensor);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++)
            yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
    }

    private Span<T> Values(long start) => new(_data + start, checked((int)(Count - start)));

    private T At(long position)
    {
        var value = _data[_contiguous ? position : Offset(position)];
        GC.KeepAlive(_tensor);
        return value;
    }

    /// <summary>Where in memory the value is that comes at this place in the order of indices.</summary>
    private long Offset(long position)
    {
        long offset = 0;
        for (var dimension = _shape.Length - 1; dimension >= 0; dimension--)
        {
            (position, var index) = Math.DivRem(position, _shape[dimension]);
            offset += index * _strides[dimension];
        }

        return offset;
    }

    private long Offset(long[] indices)
    {
        if (indices.Length == 1 && _shape.Length != 1)
            return indices[0] >= 0 && indices[0] < Count ? Offset(indices[0]) : throw new IndexOutOfRangeException();
        long offset = 0;
        for (var dimension = 0; dimension < _shape.Length; dimension++)
        {
            if (indices[dimension] < 0 || indices[dimension] >= _shape[dimension])
                throw new IndexOutOfRangeException();
            offset += indices[dimension] * _strides[dimension];
        }

        return offset;
    }
}
