namespace MLNet.Gan;

/// <summary>
/// The mean μ and the deviation σ (over N) of each component of vectors, which (x − μ)/σ brings to 0 and 1.
/// </summary>
/// <remarks>
/// A component that never varies has the deviation 0. It is not divided at all, so it becomes 0, and a
/// generator's values, times 0 and plus the mean, become exactly what the data have.
/// </remarks>
/// <param name="Means">The mean of each component.</param>
/// <param name="Deviations">The deviation of each component; 0 where it never varies.</param>
internal sealed record Standardization(IReadOnlyList<double> Means, IReadOnlyList<double> Deviations)
{
    private const long BlockValues = 1 << 20;

    /// <summary>
    /// Learns from vectors [N, size], in double precision and in two passes, so that no offset hurts.
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

    /// <summary>Standardizes vectors [N, size] where they are.</summary>
    public void ApplyTo(ISampleStore samples)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var means = tensor(Means.ToArray()).to(samples.Device);
        var divisors = tensor(Deviations.Select(value => value == 0 ? 1 : value).ToArray()).to(samples.Device);
        samples.Update(BlockRows(samples), block => block.copy_((block - means) / divisors));
    }

    /// <summary>How many samples are taken at once, so that double precision needs little memory.</summary>
    private static long BlockRows(ISampleStore samples) => Math.Max(1, BlockValues / samples.Shape[1]);

    private static double[] Values(Tensor values) => values.cpu().data<double>().ToArray();
}
