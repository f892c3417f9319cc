using System.Diagnostics.CodeAnalysis;

namespace Microsoft.ML.Data;

/// <summary>A vector, dense or sparse, whose arrays can be used again for the next one.</summary>
public readonly struct VBuffer<T>
{
    public readonly int Length;
    private readonly int _count;
    private readonly T[]? _values;
    private readonly int[]? _indices;

    public VBuffer(int length, T[] values, int[]? indices = null)
        : this(length, length, values, indices)
    {
    }

    public VBuffer(int length, int count, T[] values, int[]? indices)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Check.That(count >= 0 && count <= length, nameof(count), "count must be in [0, length]");
        Check.That((values?.Length ?? 0) >= count, nameof(values), "values must hold count items");
        Check.That(count == length || (indices?.Length ?? 0) >= count, nameof(indices), "indices must hold count items");
        (Length, _count, _values, _indices) = (length, count, values, indices);
    }

    public bool IsDense => _count == Length;

    internal T[]? ValueArray => _values;

    internal int[]? IndexArray => _indices;

    public ReadOnlySpan<T> GetValues() => _values.AsSpan(0, _count);

    /// <summary>Where the values of a sparse vector stand; empty when it is dense.</summary>
    public ReadOnlySpan<int> GetIndices() => IsDense ? default : _indices.AsSpan(0, _count);

    public static void Copy(T[] source, int sourceIndex, ref VBuffer<T> destination, int length)
    {
        var editor = VBufferEditor.Create(ref destination, length);
        source.AsSpan(sourceIndex, length).CopyTo(editor.Values);
        destination = editor.Commit();
    }

    public void CopyTo(ref VBuffer<T> destination)
    {
        var editor = VBufferEditor.Create(ref destination, Length, _count);
        GetValues().CopyTo(editor.Values);
        GetIndices().CopyTo(editor.Indices);
        destination = editor.Commit();
    }

    public void CopyTo(ref VBuffer<T> destination, int sourceIndex, int length)
    {
        if (IsDense)
        {
            var dense = VBufferEditor.Create(ref destination, length);
            GetValues().Slice(sourceIndex, length).CopyTo(dense.Values);
            destination = dense.Commit();
            return;
        }

        var first = FirstAtOrAfter(sourceIndex);
        var count = FirstAtOrAfter(sourceIndex + length) - first;
        var sparse = VBufferEditor.Create(ref destination, length, count);
        GetValues().Slice(first, count).CopyTo(sparse.Values);
        for (var i = 0; i < count && count < length; i++)
            sparse.Indices[i] = _indices![first + i] - sourceIndex;
        destination = sparse.Commit();
    }

    public void CopyTo(Span<T> destination) => CopyTo(destination, 0);

    public void CopyTo(Span<T> destination, int destinationIndex, [AllowNull] T defaultValue = default)
    {
        var target = destination.Slice(destinationIndex, Length);
        if (IsDense)
        {
            GetValues().CopyTo(target);
            return;
        }

        target.Fill(defaultValue!);
        for (var i = 0; i < _count; i++)
            target[_indices![i]] = _values![i];
    }

    public void CopyToDense(ref VBuffer<T> destination)
    {
        var editor = VBufferEditor.Create(ref destination, Length);
        CopyTo(editor.Values);
        destination = editor.Commit();
    }

    /// <summary>The values with their places: of a sparse vector only the explicit ones, unless all are asked for.</summary>
    public IEnumerable<KeyValuePair<int, T>> Items(bool all = false)
    {
        if (all || IsDense)
        {
            foreach (var (index, value) in DenseValues().Index())
                yield return new(index, value);
            yield break;
        }

        for (var i = 0; i < _count; i++)
            yield return new(_indices![i], _values![i]);
    }

    public IEnumerable<T> DenseValues()
    {
        var next = 0;
        for (var i = 0; i < Length; i++)
        {
            if (IsDense)
                yield return _values![i];
            else if (next < _count && _indices![next] == i)
                yield return _values![next++];
            else
                yield return default!;
        }
    }

    public T GetItemOrDefault(int index)
    {
        T value = default!;
        GetItemOrDefault(index, ref value);
        return value;
    }

    public void GetItemOrDefault(int index, ref T destination)
    {
        Check.That(index >= 0 && index < Length, nameof(index), "index must be in [0, Length)");
        var place = IsDense ? index : _indices.AsSpan(0, _count).BinarySearch(index);
        destination = place >= 0 ? _values![place] : default!;
    }

    public override string ToString() =>
        IsDense ? $"Dense vector of size {Length}" : $"Sparse vector of size {Length}, {_count} explicit values";

    private int FirstAtOrAfter(int index)
    {
        var place = _indices.AsSpan(0, _count).BinarySearch(index);
        return place >= 0 ? place : ~place;
    }
}
