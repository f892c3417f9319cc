namespace Microsoft.ML.Data;

/// <summary>A vector while it is written; <see cref="Commit"/> makes it a value.</summary>
public readonly ref struct VBufferEditor<T>
{
    public readonly Span<T> Values;
    public readonly Span<int> Indices;
    private readonly int _length;
    private readonly T[] _values;
    private readonly int[]? _indices;

    internal VBufferEditor(
        int length, int count, T[] values, int[]? indices, bool requireIndices, bool newValues, bool newIndices)
    {
        (_length, _values, _indices, CreatedNewValues, CreatedNewIndices) = (length, values, indices, newValues, newIndices);
        Values = values.AsSpan(0, count);
        Indices = count < length || requireIndices ? indices.AsSpan(0, count) : default;
    }

    public bool CreatedNewValues { get; }

    public bool CreatedNewIndices { get; }

    public VBuffer<T> Commit() => new(_length, Values.Length, _values, _indices);

    public VBuffer<T> CommitTruncated(int physicalValuesCount)
    {
        Check.That(physicalValuesCount <= Values.Length, nameof(physicalValuesCount), "physicalValuesCount must not exceed the values");
        return new(_length, physicalValuesCount, _values, _indices);
    }
}
