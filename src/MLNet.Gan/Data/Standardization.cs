namespace MLNet.Gan.Data;

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
    public static Standardization Of(Tensor samples)
    {
        using var scope = NewDisposeScope();
        var count = samples.shape[0];
        var (lowest, highest) = (samples.amin(0).@double(), samples.amax(0).@double());
        var isConstant = lowest == highest;

        var sums = zeros(samples.shape[1], ScalarType.Float64, samples.device);
        InBlocks(samples, block => sums.add_(block.@double().sum(dim: 0)));
        var means = where(isConstant, lowest, sums / count);

        var squares = zeros_like(sums);
        InBlocks(samples, block => squares.add_((block - means).square().sum(dim: 0)));
        var deviations = where(isConstant, zeros_like(squares), (squares / count).sqrt());
        return new(Values(means), Values(deviations));
    }

    /// <summary>Standardizes vectors [N, size] where they are.</summary>
    public void ApplyTo(Tensor samples)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var means = tensor(Means.ToArray()).to(samples.device);
        var divisors = tensor(Deviations.Select(value => value == 0 ? 1 : value).ToArray()).to(samples.device);
        InBlocks(samples, block => block.copy_((block - means) / divisors));
    }

    /// <summary>Takes the samples piece by piece, so that double precision needs little memory.</summary>
    private static void InBlocks(Tensor samples, Action<Tensor> action)
    {
        var (count, rows) = (samples.shape[0], Math.Max(1, BlockValues / samples.shape[1]));
        for (var row = 0L; row < count; row += rows)
        {
            using var scope = NewDisposeScope();
            action(samples.narrow(0, row, Math.Min(rows, count - row)));
        }
    }

    private static double[] Values(Tensor values) => values.cpu().data<double>().ToArray();
}
