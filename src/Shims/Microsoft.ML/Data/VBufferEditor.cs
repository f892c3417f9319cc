namespace Microsoft.ML.Data;

/// <summary>Makes editors of vectors, which use the arrays of the old value where they are large enough.</summary>
public static class VBufferEditor
{
    /// <summary>Starts to write a vector in the place of an old one.</summary>
    /// <param name="destination">The old vector; it must not be read any more.</param>
    /// <param name="newLogicalLength">The number of items.</param>
    /// <param name="valuesCount">The number of values to be written down; all items when it is null.</param>
    /// <param name="maxValuesCapacity">How large a new array may be at most.</param>
    /// <param name="keepOldOnResize">Whether a new array begins with the old values.</param>
    /// <param name="requireIndicesOnDense">Whether there are to be indices though the vector is dense.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// More values than items are asked for, or fewer than none.
    /// </exception>
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

        var values = Fit(destination.ValueArray, count, maxValuesCapacity, keepOldOnResize);
        var indices = count == newLogicalLength && !requireIndicesOnDense
            ? destination.IndexArray
            : Fit(destination.IndexArray, count, maxValuesCapacity, keepOldOnResize);
        return new(newLogicalLength, count, values, indices, requireIndicesOnDense);
    }

    private static T[] Fit<T>(T[]? old, int count, int? capacity, bool keep)
    {
        if (old is not null && old.Length >= count)
            return old;
        var fresh = new T[Math.Max(count, Math.Min(capacity ?? count, 2 * count))];
        if (keep)
            old?.CopyTo(fresh, 0);
        return fresh;
    }
}
