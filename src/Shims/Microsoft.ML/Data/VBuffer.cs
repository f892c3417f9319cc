namespace Microsoft.ML.Data;

/// <summary>A vector, dense or sparse, whose arrays can be used again for the next one.</summary>
/// <remarks>
/// Getters write into the caller's buffer and may use its arrays: never keep or share them from one row to the next,
/// but copy the values. A sparse vector says its values that are not the default and where they stand.
/// </remarks>
public readonly struct VBuffer<T>
{
    /// <summary>The number of items, those that are not written down included.</summary>
    public readonly int Length;
    private readonly int _count;
    private readonly T[]? _values;
    private readonly int[]? _indices;

    /// <summary>A dense vector over an array, which is not copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array is shorter than the vector.</exception>
    public VBuffer(int length, T[] values, int[]? indices = null)
        : this(length, length, values, indices)
    {
    }

    /// <summary>
    /// A vector over arrays, which are not copied; dense when <paramref name="count"/> is its length.
    /// </summary>
    /// <param name="length">The number of items.</param>
    /// <param name="count">The number of values that are written down.</param>
    /// <param name="values">The values.</param>
    /// <param name="indices">Where they stand, rising; ignored for a dense vector.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or an array is too short.</exception>
    public VBuffer(int length, int count, T[] values, int[]? indices)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Check.That(count >= 0 && count <= length, nameof(count), "count must be in [0, length]");
        Check.That((values?.Length ?? 0) >= count, nameof(values), "values must hold count items");
        Check.That(count == length || (indices?.Length ?? 0) >= count, nameof(indices), "indices must hold count items");
        (Length, _count, _values, _indices) = (length, count, values, indices);
    }

    /// <summary>Whether every item is written down.</summary>
    public bool IsDense => _count == Length;

    internal T[]? ValueArray => _values;

    internal int[]? IndexArray => _indices;

    /// <summary>The values that are written down: all of a dense vector.</summary>
    public ReadOnlySpan<T> GetValues() => _values.AsSpan(0, _count);

    /// <summary>Where the values of a sparse vector stand; empty when it is dense.</summary>
    public ReadOnlySpan<int> GetIndices() => IsDense ? default : _indices.AsSpan(0, _count);

    /// <summary>
    /// Copies the vector in its form, dense or sparse, into the arrays of another where they are large enough.
    /// </summary>
    public void CopyTo(ref VBuffer<T> destination)
    {
        var editor = VBufferEditor.Create(ref destination, Length, _count);
        GetValues().CopyTo(editor.Values);
        GetIndices().CopyTo(editor.Indices);
        destination = editor.Commit();
    }

    /// <summary>Writes all items, zeros included, to the start of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is shorter than the vector.</exception>
    public void CopyTo(Span<T> destination)
    {
        var target = destination[..Length];
        if (IsDense)
        {
            GetValues().CopyTo(target);
            return;
        }

        target.Clear();
        for (var i = 0; i < _count; i++)
            target[_indices![i]] = _values![i];
    }

    /// <summary>All items in order, zeros included.</summary>
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

    /// <summary>The form and the size, for example “Dense vector of size 3”.</summary>
    public override string ToString() =>
        IsDense ? $"Dense vector of size {Length}" : $"Sparse vector of size {Length}, {_count} explicit values";
}
