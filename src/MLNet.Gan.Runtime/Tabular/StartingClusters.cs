namespace MLNet.Gan;

/// <summary>Clusters of sorted numbers by Lloyd's algorithm, from equally large groups: where mixtures start.</summary>
internal static class StartingClusters
{
    private const int MostSteps = 100;

    /// <summary>The cluster of each value as a one-hot vector: [N, clusters], row-major.</summary>
    public static double[] Of(double[] sorted, int clusters)
    {
        // A cluster is a range of the sorted values; it begins at its start and ends where the next begins.
        int[] starts = [.. Enumerable.Range(0, clusters + 1).Select(k => (int)((long)k * sorted.Length / clusters))];
        for (var step = 0; step < MostSteps; step++)
        {
            double[] means = [.. Enumerable.Range(0, clusters).Select(k => Mean(sorted, starts[k], starts[k + 1]))];
            var before = starts;
            starts = [.. starts];
            for (var k = 1; k < clusters; k++)
                starts[k] = Math.Max(starts[k - 1], FirstAbove(sorted, (means[k - 1] + means[k]) / 2));
            if (starts.SequenceEqual(before))
                break;
        }

        var oneHot = new double[sorted.Length * clusters];
        for (var k = 0; k < clusters; k++)
        {
            for (var i = starts[k]; i < starts[k + 1]; i++)
                oneHot[i * clusters + k] = 1;
        }

        return oneHot;
    }

    /// <summary>The mean of a cluster; of an empty one the value where it would be.</summary>
    private static double Mean(double[] sorted, int start, int end) =>
        start < end ? sorted.AsSpan(start, end - start).ToArray().Average() : sorted[Math.Min(start, sorted.Length - 1)];

    private static int FirstAbove(double[] sorted, double bound)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] > bound)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
