namespace MLNet.Gan.Metrics;

/// <summary>The count, mean and scatter Σ(x − mean)(x − mean)ᵀ of rows; the scatter's upper triangle only.</summary>
internal sealed class Moments(long count, double[] mean, double[] scatter)
{
    public long Count { get; private set; } = count;

    public double[] Mean { get; } = mean;

    public Block Scatter { get; } = Block.Of(scatter, mean.Length, mean.Length);

    public static Moments Empty(int dimension) => new(0, new double[dimension], new double[dimension * dimension]);

    public Moments Copy() => new(Count, [.. Mean], [.. Scatter.Values]);

    /// <summary>Adds all rows but the last, which is scratch space; overwrites them.</summary>
    /// <remarks>
    /// The rows are centered on their own mean, so that there is no cancellation however far from zero they are. What
    /// the merge of two sets adds to the scatter (Chan, Golub &amp; LeVeque, 1983) is computed in the same product, as
    /// one more row.
    /// </remarks>
    public void Absorb(Block rowsAndScratch)
    {
        var rows = rowsAndScratch with { Rows = rowsAndScratch.Rows - 1 };
        var mean = new double[Mean.Length];
        for (var row = 0; row < rows.Rows; row++)
            Rows.AddScaled(mean, 1, rows[row]);
        for (var i = 0; i < mean.Length; i++)
            mean[i] /= rows.Rows;
        for (var row = 0; row < rows.Rows; row++)
            Rows.AddScaled(rows[row], -1, mean);
        MoveMean(rows.Rows, mean, rowsAndScratch[rows.Rows]);
        TransposedProduct.Add(1, rowsAndScratch, rowsAndScratch, Scatter, upperOnly: true);
    }

    /// <summary>Adds the rows of <paramref name="other"/>.</summary>
    public void Absorb(Moments other)
    {
        if (other.Count == 0)
            return;

        var shift = Block.Of(new double[Mean.Length], 1, Mean.Length);
        MoveMean(other.Count, other.Mean, shift[0]);
        Rows.AddScaled(Scatter.Values, 1, other.Scatter.Values);
        TransposedProduct.Add(1, shift, shift, Scatter, upperOnly: true);
    }

    /// <summary>Merges count and mean; the shift is the row that Chan's formula adds to the scatter.</summary>
    private void MoveMean(long count, double[] mean, Span<double> shift)
    {
        var part = (double)count / (Count + count);
        var weight = Math.Sqrt(part * Count);
        for (var i = 0; i < mean.Length; i++)
        {
            var distance = mean[i] - Mean[i];
            shift[i] = weight * distance;
            Mean[i] += part * distance;
        }

        Count += count;
    }
}
