namespace MLNet.Gan.Metrics;

/// <summary>The distances of a set's samples to their k-th nearest neighbor in the same set.</summary>
internal static class NeighborRadii
{
    private const int Locks = 64;

    /// <summary>Returns the squared distances per sample, in float64; a copy of a sample is a neighbor at 0.</summary>
    /// <param name="set">The samples.</param>
    /// <param name="neighbors">The number k of the neighbor: 1 is the nearest.</param>
    /// <param name="side">The name of the samples in a message.</param>
    /// <exception cref="InvalidOperationException">There are too few samples.</exception>
    public static double[] Squared(FeatureSet set, int neighbors, string side) => Squared(set, [neighbors], side)[0];

    /// <summary>Returns the squared distances to several neighbors, per neighbor and sample, in one pass.</summary>
    /// <inheritdoc cref="Squared(FeatureSet, int, string)"/>
    public static double[][] Squared(FeatureSet set, int[] ofNeighbors, string side)
    {
        var neighbors = ofNeighbors.Max();
        if (set.Count <= neighbors)
            throw new InvalidOperationException($"Neighbor {neighbors} of each of the {side} samples needs at least "
                + $"{neighbors + 1L} of them, but there are {set.Count}. Use more samples or a nearer neighbor.");

        var distances = PairDistances.Within(set);
        var nearest = new double[checked((int)(set.Count * neighbors))]; // k per sample, in ascending order.
        Array.Fill(nearest, double.PositiveInfinity);
        Lock[] locks = [.. Enumerable.Range(0, Locks).Select(_ => new Lock())];
        distances.Visit((row, firstColumn, lowest) =>
        {
            for (var i = 0; i < lowest.Length; i++)
            {
                var column = firstColumn + i;
                if (lowest[i] < Farthest(row) || lowest[i] < Farthest(column))
                {
                    var distance = distances.Exact(row, column);
                    Insert(row, distance);
                    Insert(column, distance);
                }
            }
        });

        return
        [
            .. ofNeighbors.Select(neighbor =>
                Enumerable.Range(0, (int)set.Count).Select(sample => nearest[sample * neighbors + neighbor - 1]).ToArray()),
        ];

        // Another thread can lower it at any time, so a pair can be computed needlessly, but not missed.
        double Farthest(int sample) => Volatile.Read(ref nearest[sample * neighbors + neighbors - 1]);

        void Insert(int sample, double distance)
        {
            if (distance >= Farthest(sample))
                return;
            lock (locks[sample % Locks])
            {
                if (distance >= Farthest(sample))
                    return; // Another thread was here.
                var own = nearest.AsSpan(sample * neighbors, neighbors);
                var place = neighbors - 1;
                for (; place > 0 && own[place - 1] > distance; place--)
                    own[place] = own[place - 1];
                own[place] = distance;
            }
        }
    }
}
