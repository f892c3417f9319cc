namespace MLNet.Gan.Metrics;

/// <summary>A symmetric tridiagonal matrix: its diagonal and off-diagonal elements.</summary>
/// <remarks>
/// A dense symmetric matrix is reduced to a <see cref="BandMatrix"/> first. Then each row in turn is reflected onto two
/// elements; the fill-in outside the band is chased down the matrix, block by block, by further reflections
/// (Lang, 1993; Haidar, Ltaief &amp; Dongarra, 2011).
/// </remarks>
internal sealed record Tridiagonal(double[] Diagonal, double[] Beside)
{
    /// <summary>Reduces a matrix, of which only the upper triangle is read and which is overwritten.</summary>
    public static Tridiagonal Of(Block matrix)
    {
        var (size, band) = (matrix.Rows, BandMatrix.Of(matrix));
        var (diagonal, beside) = (new double[size], new double[Math.Max(size - 1, 0)]);
        var (v, w) = (new double[BandMatrix.Width], new double[BandMatrix.Width]);
        for (var row = 0; row < size; row++)
        {
            diagonal[row] = At(band, row, row);
            if (row + 1 < size)
                beside[row] = Chase(band, row, v, w);
        }

        return new(diagonal, beside);
    }

    /// <summary>Reflects a row onto its diagonal and one off-diagonal element, which is returned.</summary>
    private static double Chase(Block band, int row, double[] v, double[] w)
    {
        var size = band.Rows;
        var (top, count) = (row + 1, Math.Min(BandMatrix.Width, size - row - 1));
        band.Part(row, 1, top, count)[0].CopyTo(v);
        var (beside, scale) = Reflection.Make(v.AsSpan(0, count));
        while (true)
        {
            FromBothSides(band.Part(top, count, top, count), v.AsSpan(0, count), w.AsSpan(0, count), scale);
            var (left, next) = (top + count, Math.Min(BandMatrix.Width, size - top - count));
            if (next == 0)
                return beside;

            var right = band.Part(top, count, left, next);
            FromLeft(right, v.AsSpan(0, count), w.AsSpan(0, next), scale);

            // Only the first row must be in the band again: the others follow with later rows.
            right[0].CopyTo(v);
            var reflector = v.AsSpan(0, next);
            (var length, scale) = Reflection.Make(reflector);
            right[0].Clear();
            right[0][0] = length;
            for (var i = 1; i < count; i++)
                Rows.AddScaled(right[i], -scale * Rows.Dot(right[i], reflector), reflector);
            (top, count) = (left, next);
        }
    }

    /// <summary>Computes A ← HAH for a symmetric block, of whose last row only the diagonal is valid.</summary>
    private static void FromBothSides(Block block, ReadOnlySpan<double> v, Span<double> w, double scale)
    {
        var last = block.Rows - 1;
        for (var i = 0; i < last; i++)
            block[last][i] = block[i][last];
        for (var i = 0; i <= last; i++)
            w[i] = scale * Rows.Dot(block[i], v);
        Rows.AddScaled(w, -scale / 2 * Rows.Dot(w, v), v);
        for (var i = 0; i <= last; i++)
        {
            Rows.AddScaled(block[i], -v[i], w);
            Rows.AddScaled(block[i], -w[i], v);
        }
    }

    /// <summary>Computes A ← HA.</summary>
    private static void FromLeft(Block block, ReadOnlySpan<double> v, Span<double> w, double scale)
    {
        w.Clear();
        for (var i = 0; i < block.Rows; i++)
            Rows.AddScaled(w, v[i], block[i]);
        for (var i = 0; i < block.Rows; i++)
            Rows.AddScaled(block[i], -scale * v[i], w);
    }

    private static double At(Block band, int row, int column) => band.Part(row, 1, column, 1)[0][0];
}
