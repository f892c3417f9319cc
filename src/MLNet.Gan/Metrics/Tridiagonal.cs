namespace MLNet.Gan.Metrics;

/// <summary>A symmetric tridiagonal matrix: its diagonal, and the elements beside it.</summary>
/// <remarks>
/// A dense symmetric matrix becomes one by Householder reflections. As in LAPACK, a panel of them is worked out before
/// the rest of the matrix sees them, so that half of the work is one matrix product (Dongarra et al., 1989).
/// </remarks>
internal sealed record Tridiagonal(double[] Diagonal, double[] Beside)
{
    private const int PanelRows = 32;

    /// <summary>Reduces a matrix, of which only the upper triangle is read, and overwrites it.</summary>
    public static Tridiagonal Of(Block matrix)
    {
        var size = matrix.Rows;
        var (diagonal, beside) = (new double[size], new double[Math.Max(size - 1, 0)]);

        // Rows of V and W lie twice, as [V; W] and as [W; V]: the panel's update is then one product.
        var (vw, wv) = (Block.Of(new double[2 * PanelRows * size], 2 * PanelRows, size),
            Block.Of(new double[2 * PanelRows * size], 2 * PanelRows, size));
        var product = new SymmetricProduct(size);
        for (var start = 0; start < size; start += PanelRows)
        {
            var end = Math.Min(start + PanelRows, size);
            for (var row = start; row < end; row++)
            {
                var rest = matrix[row][row..];
                for (var k = 0; k < 2 * (row - start); k++)
                    Rows.AddScaled(rest, -wv[k][row], vw[k][row..]);
                diagonal[row] = rest[0];
                if (row + 1 == size)
                    return new(diagonal, beside);

                var v = rest[1..];
                (beside[row], var scale) = Reflect(v);
                var w = new double[v.Length];
                product.Multiply(matrix.From(row + 1, row + 1), v, w);
                for (var k = 0; k < 2 * (row - start); k++)
                    Rows.AddScaled(w, -Rows.Dot(wv[k][(row + 1)..], v), vw[k][(row + 1)..]);
                Rows.Scale(w, scale);
                Rows.AddScaled(w, -scale / 2 * Rows.Dot(w, v), v);
                Keep(v, w, 2 * (row - start), row + 1, vw, wv);
            }

            var (used, width) = (2 * (end - start), size - end);
            TransposedProduct.Add(
                -1, vw.Part(0, used, end, width), wv.Part(0, used, end, width), matrix.From(end, end), upperOnly: true);
        }

        return new(diagonal, beside);
    }

    /// <summary>Makes v of x so that (I − scale·vvᵀ)x = (length, 0, …, 0), and gives length and scale.</summary>
    private static (double Length, double Scale) Reflect(Span<double> x)
    {
        var first = x[0];
        var others = Rows.Dot(x[1..], x[1..]);
        x[0] = 1;
        if (others == 0)
            return (first, 0);

        // The sign is chosen so that nothing cancels.
        var length = -Math.CopySign(Math.Sqrt(first * first + others), first);
        Rows.Scale(x[1..], 1 / (first - length));
        return (length, (length - first) / length);
    }

    private static void Keep(ReadOnlySpan<double> v, ReadOnlySpan<double> w, int k, int column, Block vw, Block wv)
    {
        v.CopyTo(vw[k][column..]);
        w.CopyTo(vw[k + 1][column..]);
        w.CopyTo(wv[k][column..]);
        v.CopyTo(wv[k + 1][column..]);
    }
}
