namespace MLNet.Gan;

/// <summary>A projection of rows on the principal components of some of them, with a standard deviation of 1 in each.</summary>
internal sealed class PrincipalComponents : IDisposable
{
    private const double LeastShare = 1e-6; // Of the largest variance: what is constant has no direction.

    private readonly Tensor _mean, _directions;

    /// <summary>Computes the components in double precision on the CPU.</summary>
    /// <param name="rows">The rows [N, values], at least 2.</param>
    /// <param name="count">The largest number of components.</param>
    public PrincipalComponents(Tensor rows, int count)
    {
        using var scope = NewDisposeScope();
        var values = rows.cpu().to(ScalarType.Float64);
        var centered = values - values.mean([0]);
        var covariance = centered.transpose(0, 1).mm(centered).Over(rows.size(0) - 1.0);
        var (variances, vectors) = linalg.eigh(covariance); // in ascending order
        var kept = variances.data<double>().ToArray().Reverse().Take(count).ToArray();
        Count = Math.Max(1, kept.Count(variance => variance > LeastShare * kept[0]));
        var directions = vectors.narrow(1, rows.size(1) - Count, Count);
        double[] deviations = [.. kept[..Count].Reverse().Select(variance => variance > 0 ? Math.Sqrt(variance) : 1)]; // 1 where all rows are equal
        _mean = values.mean([0]).to(rows.dtype).to(rows.device).DetachFromDisposeScope();
        _directions = (directions / tensor(deviations)).to(rows.dtype).to(rows.device).contiguous().DetachFromDisposeScope();
    }

    /// <summary>The number of components, at least 1.</summary>
    public int Count { get; }

    /// <summary>Rows [N, values] as components [N, Count].</summary>
    public Tensor Of(Tensor rows) => (rows - _mean).mm(_directions);

    public void Dispose()
    {
        _mean.Dispose();
        _directions.Dispose();
    }
}
