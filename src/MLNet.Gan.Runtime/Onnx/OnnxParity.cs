namespace MLNet.Gan;

/// <summary>
/// A network as a function from a batch of inputs, and labels if it takes any, to the batch of its outputs.
/// </summary>
internal delegate float[] BatchFunction(float[] inputs, long[]? labels);

/// <summary>Measures the difference of two networks that should be equal.</summary>
internal static class OnnxParity
{
    /// <summary>Returns the largest absolute difference between the outputs; infinity if any is NaN.</summary>
    /// <exception cref="InvalidOperationException">The outputs differ in length.</exception>
    public static double LargestDifference(
        BatchFunction expected, BatchFunction actual, float[] inputs, long[]? labels) =>
        LargestDifference(expected(inputs, labels), actual(inputs, labels));

    /// <summary>Returns the largest absolute difference between a batch and its rows evaluated one by one.</summary>
    /// <exception cref="ArgumentException">The inputs or labels do not divide into <paramref name="count"/>
    /// rows.</exception>
    public static double LargestDifferenceOfRows(BatchFunction function, int count, float[] inputs, long[]? labels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        RequireRows(count, inputs.Length, nameof(inputs));
        RequireRows(count, labels?.Length ?? 0, nameof(labels));
        var rows = Enumerable.Range(0, count).SelectMany(row =>
            function(Row(inputs, row, count), labels is null ? null : Row(labels, row, count)));
        return LargestDifference(function(inputs, labels), [.. rows]);
    }

    private static double LargestDifference(float[] expected, float[] actual)
    {
        if (expected.Length != actual.Length)
        {
            throw new InvalidOperationException(
                $"One function returned {expected.Length} values and the other {actual.Length}. " +
                "Compare functions of equal shape.");
        }

        // Math.Max propagates NaN; two equal infinities differ by NaN as well.
        var largest = expected.Zip(actual, (a, b) => Math.Abs((double)a - b)).Aggregate(0.0, Math.Max);
        return double.IsNaN(largest) ? double.PositiveInfinity : largest;
    }

    private static void RequireRows(int count, int length, string parameter)
    {
        if (length % count != 0)
        {
            throw new ArgumentException($"{length} {parameter} do not divide into {count} rows.", parameter);
        }
    }

    private static T[] Row<T>(T[] values, int row, int count) =>
        values.AsSpan(row * (values.Length / count), values.Length / count).ToArray();
}
