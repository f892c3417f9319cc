namespace MLNet.Gan;

/// <summary>Clusters of sorted numbers, where mixtures start: one cluster, split again and again where that reduces the squares most.</summary>
/// <remarks>
/// Equally large groups, or means drawn among the numbers, would all start in the bulk of a column and leave a small group far away
/// without a component. The largest cluster comes first, since a Dirichlet process expects large weights first.
/// </remarks>
internal sealed class StartingClusters
{
    private readonly double[] _sums, _squares;

    private StartingClusters(double[] sorted)
    {
        (_sums, _squares) = (new double[sorted.Length + 1], new double[sorted.Length + 1]);
        for (var i = 0; i < sorted.Length; i++)
        {
            _sums[i + 1] = _sums[i] + sorted[i];
            _squares[i + 1] = _squares[i] + sorted[i] * sorted[i];
        }
    }

    /// <summary>The cluster of each value as a one-hot vector: [clusters, N], row-major.</summary>
    public static double[] Of(double[] sorted, int clusters)
    {
        var oneHot = new double[sorted.Length * clusters];
        foreach (var (k, (start, end)) in new StartingClusters(sorted).Ranges(sorted.Length, clusters).Index())
            oneHot.AsSpan(k * sorted.Length + start, end - start).Fill(1);

        return oneHot;
    }

    private IEnumerable<(int Start, int End)> Ranges(int count, int clusters)
    {
        List<(int Start, int End)> ranges = [(0, count)];
        List<(int Place, double Gain)> splits = [BestSplit(0, count)];
        while (ranges.Count < clusters)
        {
            var widest = splits.Index().MaxBy(split => split.Item.Gain).Index;
            var ((start, end), (place, gain)) = (ranges[widest], splits[widest]);
            if (gain <= 0)
                break;
            (ranges[widest], splits[widest]) = ((start, place), BestSplit(start, place));
            ranges.Add((place, end));
            splits.Add(BestSplit(place, end));
        }

        return ranges.OrderByDescending(range => range.End - range.Start).ThenBy(range => range.Start);
    }

    /// <summary>Where a range is split best, and by how much that reduces the sum of squares about the means.</summary>
    private (int Place, double Gain) BestSplit(int start, int end)
    {
        var (best, least, whole) = (start, double.PositiveInfinity, Squares(start, end));
        for (var place = start + 1; place < end; place++)
        {
            var squares = Squares(start, place) + Squares(place, end);
            if (squares < least)
                (best, least) = (place, squares);
        }

        return (best, best == start ? 0 : whole - least);
    }

    private double Squares(int start, int end)
    {
        var sum = _sums[end] - _sums[start];
        return _squares[end] - _squares[start] - sum * sum / (end - start);
    }
}
