namespace MLNet.Gan.Metrics;

/// <summary>The Cholesky factor of a covariance with its numerical rank: S[Order, Order] = UᵀU.</summary>
/// <remarks>
/// Each step selects the feature with the largest weighted remaining variance; it stops when none exceeds the rounding
/// error, n·ε of a variance of one (Higham, 1990). The diagonal of S must be ones, or zeros for constants.
/// </remarks>
internal sealed record PivotedCholesky(Block Upper, int[] Order, int Rank)
{
    private const int PanelRows = 64;

    /// <summary>Factorizes <paramref name="matrix"/> in place, of which only the upper triangle is read.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="weights">The priority of each feature; it changes the order, not the rank.</param>
    public static PivotedCholesky Of(Block matrix, ReadOnlySpan<double> weights)
    {
        var size = matrix.Rows;
        var negligible = size * Rows.Epsilon;
        var order = Enumerable.Range(0, size).ToArray();
        var left = new double[size];
        for (var start = 0; start < size; start += PanelRows)
        {
            var end = Math.Min(start + PanelRows, size);
            for (var i = start; i < size; i++)
                left[i] = matrix[i][i];
            for (var row = start; row < end; row++)
            {
                if (NextPivot(left, order, weights, row, negligible) is not { } pivot)
                    return new(matrix, order, row);
                Exchange(matrix, order, left, row, pivot);
                Eliminate(matrix, left, start, row);
            }

            var panel = matrix.Part(start, end - start, end, size - end);
            TransposedProduct.Add(-1, panel, panel, matrix.From(end, end), upperOnly: true);
        }

        return new(matrix, order, size);
    }

    /// <summary>
    /// Turns row <paramref name="row"/> into a row of U and subtracts it from the remaining variances.
    /// </summary>
    private static void Eliminate(Block matrix, double[] left, int start, int row)
    {
        var rest = matrix[row][(row + 1)..];
        for (var above = start; above < row; above++)
            Rows.AddScaled(rest, -matrix[above][row], matrix[above][(row + 1)..]);

        var root = Math.Sqrt(left[row]);
        matrix[row][row] = root;
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] /= root;
            left[row + 1 + i] -= rest[i] * rest[i];
        }
    }

    /// <summary>Swaps two features in the upper triangle and in the rows of U above.</summary>
    private static void Exchange(Block matrix, int[] order, double[] left, int first, int second)
    {
        if (first == second)
            return;

        (order[first], order[second]) = (order[second], order[first]);
        (left[first], left[second]) = (left[second], left[first]);
        for (var i = 0; i < first; i++)
            (matrix[i][first], matrix[i][second]) = (matrix[i][second], matrix[i][first]);
        for (var i = first + 1; i < second; i++)
            (matrix[first][i], matrix[i][second]) = (matrix[i][second], matrix[first][i]);
        for (var i = second + 1; i < matrix.Columns; i++)
            (matrix[first][i], matrix[second][i]) = (matrix[second][i], matrix[first][i]);
        matrix[second][second] = matrix[first][first];
    }

    private static int? NextPivot(double[] left, int[] order, ReadOnlySpan<double> weights, int from, double negligible)
    {
        int? best = null;
        var most = -1.0;
        for (var i = from; i < left.Length; i++)
        {
            if (left[i] > negligible && left[i] * weights[order[i]] > most)
                (best, most) = (i, left[i] * weights[order[i]]);
        }

        return best;
    }
}
