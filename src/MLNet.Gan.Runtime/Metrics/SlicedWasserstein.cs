namespace MLNet.Gan.Metrics;

/// <summary>
/// The sliced Wasserstein distance of order 2 (Bonneel et al., 2015): √(mean over directions θ of W₂²(θᵀx, θᵀy)), with
/// W₂² = ∫ (F⁻¹(u) − G⁻¹(u))² du of the projections' quantile functions. 0 for equal sets; in the features' units.
/// </summary>
/// <remarks>
/// Intended for vectors of few features, such as points of the plane. The quantile functions are step functions, and
/// the integral is exact, also for different counts. Small sets increase it, since two samples of one distribution
/// differ.
/// </remarks>
public sealed record SlicedWasserstein : IMetric
{
    /// <summary>The number of random directions, uniform on the sphere; default 1000.</summary>
    public int Projections { get; init => field = Check.Positive(value); } = 1000;

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Features;

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (real, generated) = (FeatureRows.Of(comparison.Real), FeatureRows.Of(comparison.Generated));
        if (real.Count == 0 || generated.Count == 0)
            throw new InvalidOperationException($"A sliced Wasserstein distance needs samples on both sides, but there "
                + $"are {real.Count} real and {generated.Count} generated ones.");

        var directions = Directions(comparison.Random(), real.Dimension, Projections);
        return
        [
            comparison.Score(
                "sliced Wasserstein", Distance(i => Projected(real, directions[i]), generated, directions), $"{Projections} projections"),
        ];
    }

    /// <summary>Draws unit vectors.</summary>
    internal static double[][] Directions(Random random, int dimension, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Direction(random, dimension))];

    /// <summary>Computes the distance along given unit vectors.</summary>
    /// <param name="real">The projections of the real samples to the vector of a number, in ascending order.</param>
    /// <param name="generated">The generated samples.</param>
    /// <param name="directions">The unit vectors.</param>
    internal static double Distance(Func<int, double[]> real, FeatureRows generated, double[][] directions)
    {
        var squares = new double[directions.Length];
        InParallel.For(directions.Length, true, i => squares[i] = Square(real(i), Projected(generated, directions[i])));
        return Math.Sqrt(squares.Average());
    }

    /// <summary>The projections of samples, in ascending order.</summary>
    internal static double[] Projected(FeatureRows rows, double[] direction)
    {
        var projections = new double[rows.Count];
        for (var row = 0; row < projections.Length; row++)
        {
            var features = rows[row];
            for (var i = 0; i < direction.Length; i++)
                projections[row] += features[i] * direction[i];
        }

        RadixSort.Sort(projections);
        return projections;
    }

    private static double[] Direction(Random random, int dimension)
    {
        while (true)
        {
            // Normal vectors are uniform in direction: the cosine half of Box and Muller.
            double[] direction = [.. Enumerable.Range(0, dimension).Select(_ =>
                Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
            var length = Math.Sqrt(Rows.Dot(direction, direction));
            if (length > 0)
            {
                Rows.Scale(direction, 1 / length);
                return direction;
            }
        }
    }

    /// <summary>Computes ∫ (F⁻¹ − G⁻¹)², step by step, with positions in units of 1 / (count · other count).</summary>
    private static double Square(double[] first, double[] second)
    {
        var (sum, place, i, j) = (0.0, 0L, 0, 0);
        while (i < first.Length)
        {
            var (end, otherEnd) = ((i + 1L) * second.Length, (j + 1L) * first.Length);
            var next = Math.Min(end, otherEnd);
            sum += (next - place) * ((first[i] - second[j]) * (first[i] - second[j]));
            (place, i, j) = (next, next == end ? i + 1 : i, next == otherEnd ? j + 1 : j);
        }

        return sum / ((double)first.Length * second.Length);
    }
}
