namespace Microsoft.ML.Data;

/// <summary>Makes editors of vectors, which use the arrays of the old value where they are large enough.</summary>
public static class VBufferEditor
{
    public static VBufferEditor<T> Create<T>(
        ref VBuffer<T> destination,
        int newLogicalLength,
        int? valuesCount = null,
        int? maxValuesCapacity = null,
        bool keepOldOnResize = false,
        bool requireIndicesOnDense = false)
    {
        var count = valuesCount ?? newLogicalLength;
        Check.That(count >= 0 && count <= newLogicalLength, nameof(valuesCount), "valuesCount must be in [0, newLogicalLength]");

        var values = Fit(destination.ValueArray, count, maxValuesCapacity, keepOldOnResize, out var newValues);
        var newIndices = false;
        var indices = count == newLogicalLength && !requireIndicesOnDense
            ? destination.IndexArray
            : Fit(destination.IndexArray, count, maxValuesCapacity, keepOldOnResize, out newIndices);
        return new(newLogicalLength, count, values, indices, requireIndicesOnDense, newValues, newIndices);
    }

    public static VBufferEditor<T> CreateFromBuffer<T>(ref VBuffer<T> destination) => new(
        destination.Length, destination.GetValues().Length, destination.ValueArray ?? [], destination.IndexArray,
        requireIndices: false, newValues: false, newIndices: false);

    private static T[] Fit<T>(T[]? old, int count, int? capacity, bool keep, out bool isNew)
    {
        isNew = (old?.Length ?? 0) < count || old is null;
        if (!isNew)
            return old!;
        var fresh = new T[Math.Max(count, Math.Min(capacity ?? count, 2 * count))];
        if (keep)
            old?.CopyTo(fresh, 0);
        return fresh;
    }
}
