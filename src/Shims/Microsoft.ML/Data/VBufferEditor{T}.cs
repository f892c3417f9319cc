namespace Microsoft.ML.Data;

/// <summary>A vector while it is written; <see cref="Commit"/> makes it a value.</summary>
public readonly ref struct VBufferEditor<T>
{
    /// <summary>The values to write; they hold what the array held before.</summary>
    public readonly Span<T> Values;

    /// <summary>Where the values stand, to be written in rising order; empty when the vector is dense.</summary>
    public readonly Span<int> Indices;
    private readonly int _length;
    private readonly T[] _values;
    private readonly int[]? _indices;

    internal VBufferEditor(int length, int count, T[] values, int[]? indices, bool requireIndices)
    {
        (_length, _values, _indices) = (length, values, indices);
        Values = values.AsSpan(0, count);
        Indices = count < length || requireIndices ? indices.AsSpan(0, count) : default;
    }

    /// <summary>The finished vector, which is to be put in the place of the old one.</summary>
    public VBuffer<T> Commit() => new(_length, Values.Length, _values, _indices);
}
