namespace MLNet.Gan.Metrics;

/// <summary>Unbiased squared maximum mean discrepancies of subsets, with the kernel (xᵀy / dimension + 1)³.</summary>
/// <remarks>
/// Many subsets of few samples contain the same pairs repeatedly. Then the kernel of all pairs is computed once and the
/// subsets only sum it; otherwise each subset computes its own. Memory is bounded for any counts.
/// </remarks>
internal static class KernelDistances
{
    private const int FeaturesAtOnce = 256;
    private const long MostPairsKept = 75_000_000;   // In doubles 600 MB: two sides of 5000.

    /// <summary>Computes the distance of each subset.</summary>
    /// <param name="real">One side.</param>
    /// <param name="generated">The other side, of the same dimension.</param>
    /// <param name="subsets">The number of subsets.</param>
    /// <param name="size">The number of samples of each side in a subset.</param>
    /// <param name="next">Returns the rows of the next subset, in ascending order.</param>
    public static double[] Of(
        FeatureRows real, FeatureRows generated, int subsets, int size, Func<(int[] Real, int[] Generated)> next)
    {
        var (n, m) = ((long)real.Count, (long)generated.Count);
        var isKept = n * n + m * m + n * m <= MostPairsKept && (n + m) * (n + m) <= 4L * subsets * size * size;
        return isKept ? FromAllPairs(real, generated, subsets, next) : FromSubsets(real, generated, subsets, size, next);
    }

    /// <summary>Computes the distances from the kernel of all pairs.</summary>
    public static double[] FromAllPairs(
        FeatureRows real, FeatureRows generated, int subsets, Func<(int[] Real, int[] Generated)> next)
    {
        var pairs = new Pairs(real.Count, generated.Count, real.Dimension);
        pairs.Compute(real, [.. Enumerable.Range(0, real.Count)],
            generated, [.. Enumerable.Range(0, generated.Count)]);
        (int[] Real, int[] Generated)[] chosen = [.. Enumerable.Range(0, subsets).Select(_ => next())];
        var distances = new double[subsets];
        InParallel.For(subsets, true, i => distances[i] = pairs.Distance(chosen[i].Real, chosen[i].Generated));
        return distances;
    }

    /// <summary>Computes the distances from the kernel of each subset's pairs.</summary>
    public static double[] FromSubsets(
        FeatureRows real, FeatureRows generated, int subsets, int size, Func<(int[] Real, int[] Generated)> next)
    {
        var pairs = new Pairs(size, size, real.Dimension);
        int[] all = [.. Enumerable.Range(0, size)];
        var distances = new double[subsets];
        foreach (ref var distance in distances.AsSpan())
        {
            var (fromReal, fromGenerated) = next();
            pairs.Compute(real, fromReal, generated, fromGenerated);
            distance = pairs.Distance(all, all);
        }

        return distances;
    }

    /// <summary>The kernel of pairs of samples: real, generated, and mixed.</summary>
    private sealed class Pairs(int realCount, int generatedCount, int dimension)
    {
        private readonly Block _real = Block.Zeros(realCount, realCount);
        private readonly Block _generated = Block.Zeros(generatedCount, generatedCount);
        private readonly Block _mixed = Block.Zeros(realCount, generatedCount);
        private readonly Block _realFeatures = Block.Zeros(Math.Min(FeaturesAtOnce, dimension), realCount);
        private readonly Block _generatedFeatures = Block.Zeros(Math.Min(FeaturesAtOnce, dimension), generatedCount);

        public void Compute(FeatureRows real, int[] fromReal, FeatureRows generated, int[] fromGenerated)
        {
            foreach (var block in (Block[])[_real, _generated, _mixed])
                Array.Clear(block.Values);
            for (var first = 0; first < dimension; first += FeaturesAtOnce)
            {
                var features = Math.Min(FeaturesAtOnce, dimension - first);
                var x = real.Transposed(fromReal, first, _realFeatures with { Rows = features });
                var y = generated.Transposed(fromGenerated, first, _generatedFeatures with { Rows = features });
                TransposedProduct.Add(1, x, x, _real, upperOnly: true);
                TransposedProduct.Add(1, y, y, _generated, upperOnly: true);
                TransposedProduct.Add(1, x, y, _mixed);
            }

            foreach (var block in (Block[])[_real, _generated, _mixed])
                InParallel.For(block.Rows, block.Rows > 64, row => ToKernel(block[row]));
        }

        public double Distance(int[] real, int[] generated) =>
            MeanOfDistinct(_real, real) + MeanOfDistinct(_generated, generated) - 2 * MeanOfMixed(real, generated);

        private void ToKernel(Span<double> products)
        {
            foreach (ref var value in products)
            {
                var root = value / dimension + 1;
                value = root * root * root;
            }
        }

        /// <summary>Computes the mean over the pairs above the diagonal, since only those are computed.</summary>
        private static double MeanOfDistinct(Block kernel, int[] rows)
        {
            var sum = 0.0;
            for (var i = 0; i < rows.Length; i++)
                sum += SumAt(kernel[rows[i]], rows.AsSpan(i + 1));
            return sum / (0.5 * rows.Length * (rows.Length - 1));
        }

        private double MeanOfMixed(int[] real, int[] generated) =>
            real.Sum(row => SumAt(_mixed[row], generated)) / ((double)real.Length * generated.Length);

        private static double SumAt(ReadOnlySpan<double> values, ReadOnlySpan<int> places)
        {
            var sum = 0.0;
            foreach (var place in places)
                sum += values[place];
            return sum;
        }
    }
}
