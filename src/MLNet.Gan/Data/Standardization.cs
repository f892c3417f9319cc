namespace MLNet.Gan;

/// <summary>
/// The mean μ and the standard deviation σ (over N) of each component of vectors, for (x − μ)/σ.
/// </summary>
/// <remarks>
/// A constant component has the standard deviation 0. It is not divided, so it becomes 0, and a generator's values,
/// times 0 and plus the mean, become exactly the data's value.
/// </remarks>
/// <param name="Means">The mean of each component.</param>
/// <param name="Deviations">The standard deviation of each component; 0 for a constant one.</param>
internal sealed record Standardization(IReadOnlyList<double> Means, IReadOnlyList<double> Deviations)
{
    private const long BlockValues = 1 << 20;

    /// <summary>
    /// Computes the statistics of vectors [N, size], in double precision and in two passes, which is stable for any
    /// offset.
    /// </summary>
    public static Standardization Of(ISampleStore samples)
    {
        using var scope = NewDisposeScope();
        var (count, size, rows) = (samples.Shape[0], samples.Shape[1], BlockRows(samples));
        var sums = zeros(size, ScalarType.Float64, samples.Device);
        using Scalar above = double.PositiveInfinity, below = double.NegativeInfinity;
        var lowest = full([size], above, ScalarType.Float64, samples.Device);
        var highest = full([size], below, ScalarType.Float64, samples.Device);
        samples.Visit(rows, block =>
        {
            lowest.copy_(minimum(lowest, block.amin(0)));
            highest.copy_(maximum(highest, block.amax(0)));
            sums.add_(block.@double().sum(dim: 0), alpha: Arithmetic.One);
        });
        var isConstant = lowest == highest;
        var means = where(isConstant, lowest, sums.Over(count));

        var squares = zeros_like(sums);
        samples.Visit(rows, block => squares.add_((block - means).Squared().sum(dim: 0), alpha: Arithmetic.One));
        var deviations = where(isConstant, zeros_like(squares), squares.Over(count).sqrt());
        return new(Values(means), Values(deviations));
    }

    /// <summary>Gives standardized vectors, one behind the other, their own units back, in place.</summary>
    public void Undo(Span<float> vectors)
    {
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = (float)(vectors[i] * Deviations[i % Deviations.Count] + Means[i % Means.Count]);
    }

    /// <summary>Standardizes vectors [N, size] in place.</summary>
    public void ApplyTo(ISampleStore samples)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var means = tensor(Means.ToArray()).to(samples.Device);
        var divisors = tensor(Deviations.Select(value => value == 0 ? 1 : value).ToArray()).to(samples.Device);
        samples.Update(BlockRows(samples), block => block.copy_((block - means) / divisors));
    }

    /// <summary>The number of samples per block, which bounds the memory in double precision.</summary>
    private static long BlockRows(ISampleStore samples) => Math.Max(1, BlockValues / samples.Shape[1]);

    private static double[] Values(Tensor values) => values.cpu().data<double>().ToArray();
}
