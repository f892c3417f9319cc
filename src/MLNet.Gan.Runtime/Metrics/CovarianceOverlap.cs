namespace MLNet.Gan.Metrics;

/// <summary>tr √(Σ₁Σ₂) of two covariances, and the numerical rank of each.</summary>
/// <remarks>
/// <para>
/// For any Σ₁ = LLᵀ the trace is Σ √λ(LᵀΣ₂L): no square root of a matrix, no eigenvectors and no complex numbers are
/// needed. With L of as many columns as Σ₁ has rank, the zero eigenvalues of a singular Σ₁ are not computed at all.
/// Rounding would turn each into ±ε‖Σ₁Σ₂‖, whose square roots add up to errors of 1e-4 in the usual formula.
/// </para>
/// <para>
/// The covariance of smaller rank is factorized. Before, features are divided by their standard deviation in that
/// covariance and multiplied by it in the other, which does not change the eigenvalues. So the rank does not depend on
/// the scale of a feature. Pivots are ordered by what they can add to the trace: small eigenvalues keep their accuracy
/// when the elements of a matrix decrease from its first row to its last.
/// </para>
/// </remarks>
internal sealed record CovarianceOverlap(double TraceOfRoot, int FirstRank, int SecondRank)
{
    private const int PanelColumns = 256;

    /// <summary>Compares two symmetric row-major matrices of <paramref name="size"/> rows.</summary>
    public static CovarianceOverlap Of(double[] first, double[] second, int size)
    {
        PivotedCholesky? one = null, two = null;
        double[] weights = [.. Deviations(first, size).Zip(Deviations(second, size), (a, b) => a * a * b * b)];
        Parallel.Invoke(() => one = Factorise(first, size, weights), () => two = Factorise(second, size, weights));
        var trace = one!.Rank <= two!.Rank ? TraceOfRootOf(one, first, second) : TraceOfRootOf(two, second, first);
        return new(trace, one.Rank, two.Rank);
    }

    private static PivotedCholesky Factorise(double[] covariance, int size, double[] weights)
    {
        var correlation = Block.Zeros(size, size);
        var deviations = Deviations(covariance, size);
        for (var row = 0; row < size; row++)
        {
            for (var column = row; column < size; column++)
            {
                var scale = deviations[row] * deviations[column];
                correlation[row][column] = scale > 0 ? covariance[row * size + column] / scale : 0;
            }
        }

        return PivotedCholesky.Of(correlation, weights);
    }

    private static double TraceOfRootOf(PivotedCholesky factor, double[] covariance, double[] other)
    {
        var (size, rank) = (factor.Order.Length, factor.Rank);
        var deviations = Deviations(covariance, size);
        var largest = deviations.Zip(Deviations(other, size)).Max(pair => pair.First * pair.Second);
        if (rank == 0 || largest == 0)
            return 0;

        // In the order of the pivots, L is lower triangular, and its zeros need not be multiplied.
        var lower = Block.Zeros(size, rank);
        var scaled = Block.Zeros(size, size);
        InParallel.For(size, size >= PanelColumns, row =>
        {
            var from = factor.Order[row];
            for (var k = 0; k < Math.Min(row + 1, rank); k++)
                lower[row][k] = factor.Upper[k][row];
            for (var column = 0; column < size; column++)
            {
                var to = factor.Order[column];
                scaled[row][column] =
                    deviations[from] / largest * other[from * size + to] * (deviations[to] / largest);
            }
        });

        var half = Block.Zeros(size, rank);
        var product = Block.Zeros(rank, rank);
        for (var k = 0; k < rank; k += PanelColumns)
        {
            var width = Math.Min(PanelColumns, rank - k);
            TransposedProduct.Add(
                1, scaled.From(k, 0), lower.Part(k, size - k, k, width), half.Part(0, size, k, width));
        }

        for (var k = 0; k < rank; k += PanelColumns)
        {
            var width = Math.Min(PanelColumns, rank - k);
            TransposedProduct.Add(
                1, lower.Part(k, size - k, k, width), half.From(k, k), product.Part(k, width, k, rank - k),
                upperOnly: true);
        }

        return largest * SymmetricEigenvalues.Of(product).Sum(value => Math.Sqrt(Math.Max(value, 0)));
    }

    /// <summary>Returns standard deviations, with 0 for those below the rounding error of the largest.</summary>
    private static double[] Deviations(double[] covariance, int size)
    {
        double[] roots = [.. Enumerable.Range(0, size).Select(i => Math.Sqrt(Math.Max(covariance[i * size + i], 0)))];
        var negligible = Rows.Epsilon * roots.Max();
        return [.. roots.Select(root => root > negligible ? root : 0)];
    }
}
