namespace MLNet.Gan.Metrics;

/// <summary>Checks and reads tensor shapes that a file claims.</summary>
internal static class ExpectedWeight
{
    private const int MostDimensions = 8;

    /// <summary>Returns the shape and the number of its values, if both are within bounds.</summary>
    /// <exception cref="FormatException">They are not.</exception>
    public static (int[] Shape, int Count) Check(IReadOnlyList<long> dimensions)
    {
        if (dimensions.Count > MostDimensions)
            throw new FormatException($"A tensor has {dimensions.Count} dimensions, more than {MostDimensions}.");

        var count = 1L;
        foreach (var length in dimensions)
        {
            // The product of two ints fits a long.
            if (length is < 0 or > int.MaxValue || (count *= length) > WeightFile.MostValues)
                throw new FormatException($"A tensor claims the shape [{string.Join(", ", dimensions)}], which is "
                    + $"negative or has more than {WeightFile.MostValues} values.");
        }

        return ([.. dimensions.Select(length => (int)length)], (int)count);
    }

    /// <summary>
    /// Returns the values at offset + Σ index · stride for every index of a shape, in row-major order.
    /// </summary>
    public static float[] Gather(
        IReadOnlyList<int> shape, IReadOnlyList<long> strides, long offset, Func<long, float> valueAt)
    {
        var values = new float[shape.Aggregate(1, (count, length) => count * length)];
        var index = new int[shape.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = valueAt(offset);
            for (var axis = index.Length - 1; axis >= 0; axis--)
            {
                offset += strides[axis];
                if (++index[axis] < shape[axis])
                    break;

                offset -= strides[axis] * shape[axis];
                index[axis] = 0;
            }
        }

        return values;
    }
}
