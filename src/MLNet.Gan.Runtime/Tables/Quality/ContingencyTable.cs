namespace MLNet.Gan.Metrics;

/// <summary>How often the codes of two columns occur together.</summary>
/// <param name="Counts">The number of rows of each pair of codes; the second column's codes are adjacent.</param>
/// <param name="Width">The number of codes of the second column.</param>
/// <param name="Rows">The number of rows, at least one.</param>
internal sealed record ContingencyTable(int[] Counts, int Width, int Rows)
{
    /// <summary>Counts the pairs of codes.</summary>
    public static ContingencyTable Of(int[] first, int firstCount, int[] second, int secondCount)
    {
        var counts = new int[firstCount * secondCount];
        for (var row = 0; row < first.Length; row++)
            counts[first[row] * secondCount + second[row]]++;
        return new(counts, secondCount, first.Length);
    }

    /// <summary>The total variation distance: half the sum of the differences of shares.</summary>
    public static double TotalVariation(ContingencyTable one, ContingencyTable other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Counts.Length; i++)
            sum += Math.Abs((double)one.Counts[i] / one.Rows - (double)other.Counts[i] / other.Rows);
        return sum / 2;
    }

    /// <summary>
    /// Cramér's V (1946), √(χ² / (n (min(r, c) − 1))) of the r rows and c columns that are not empty: 0 for independent columns, 1 if one
    /// decides the other. 0 where a column has one code.
    /// </summary>
    public double CramersV
    {
        get
        {
            var height = Counts.Length / Width;
            var (rows, columns) = (new double[height], new double[Width]);
            for (var i = 0; i < Counts.Length; i++)
            {
                rows[i / Width] += Counts[i];
                columns[i % Width] += Counts[i];
            }

            var degrees = Math.Min(rows.Count(sum => sum > 0), columns.Count(sum => sum > 0)) - 1;
            if (degrees == 0)
                return 0;
            var sum = 0.0; // χ² / n + 1 = Σ n_ij² / (n_i n_j).
            for (var i = 0; i < Counts.Length; i++)
            {
                if (Counts[i] > 0)
                    sum += Counts[i] / rows[i / Width] * (Counts[i] / columns[i % Width]);
            }

            return Math.Sqrt(Math.Clamp((sum - 1) / degrees, 0, 1));
        }
    }
}
