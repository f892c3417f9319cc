namespace MLNet.Gan;

/// <summary>How far the outputs of a network for equal inputs differ; 0 below what rounding explains.</summary>
/// <param name="BetweenRuns">The largest difference between two runs of one batch: the network draws random numbers.</param>
/// <param name="BetweenBatches">
/// The largest difference of a row alone and among others: the network computes over the batch, as batch normalization in
/// training mode does. Not measured where runs differ, and then 0.
/// </param>
internal sealed record OnnxStability(double BetweenRuns, double BetweenBatches)
{
    // Kernels for one row and for many round differently: 1e-5 of the largest value was seen.
    private const double Tolerance = 1e-3;

    /// <summary>Measures a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="inputs">The inputs, row-major.</param>
    /// <param name="labels">The labels; null without.</param>
    /// <param name="isFixed">Whether the network takes exactly so many rows.</param>
    public static OnnxStability Of(BatchFunction network, int count, float[] inputs, long[]? labels, bool isFixed = false)
    {
        var once = network(inputs, labels);
        var least = Tolerance * Math.Max(1, once.Max(Math.Abs));
        var runs = OnnxParity.LargestDifference((_, _) => once, network, inputs, labels);
        if (runs > least)
            return new(runs, 0);
        var batches = isFixed
            ? OfFirstRow(network, count, once, inputs, labels)
            : OnnxParity.LargestDifferenceOfRows(network, count, inputs, labels);
        return new(0, batches > least ? batches : 0);
    }

    /// <summary>Measures the first row among others: all other rows are replaced by the first.</summary>
    private static double OfFirstRow(BatchFunction network, int count, float[] once, float[] inputs, long[]? labels)
    {
        T[] Repeated<T>(T[] values) => [.. Enumerable.Repeat(values[..(values.Length / count)], count).SelectMany(row => row)];
        var among = network(Repeated(inputs), labels is null ? null : Repeated(labels));
        var first = once[..(once.Length / count)];
        return OnnxParity.LargestDifference((_, _) => first, (_, _) => among[..first.Length], inputs, labels);
    }
}
