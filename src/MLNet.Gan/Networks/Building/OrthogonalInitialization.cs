namespace MLNet.Gan;

/// <summary>
/// Weights whose rows as a matrix [out, rest], or columns where these are fewer, are orthogonal to each other (Saxe et
/// al., 2014, sec. 3).
/// </summary>
/// <remarks>
/// The vectors have the length gain · √(rest/fan-in). That is the gain, except in a strided transposed convolution,
/// where each output depends on only a part of the kernel.
/// </remarks>
public sealed record OrthogonalInitialization : IWeightInitialization
{
    /// <inheritdoc/>
    public Tensor Draw(WeightShape shape, Generator random)
    {
        var outputs = shape.Size[shape.OutputAxis];
        var rest = shape.Size.Aggregate(1L, (product, size) => product * size) / outputs;
        var (tall, wide) = (Math.Max(outputs, rest), Math.Min(outputs, rest));

        // Made unique by the signs of R's diagonal, Q is uniform over all orthogonal matrices (Mezzadri, 2007).
        var (q, r) = linalg.qr(randn([tall, wide], generator: random));
        var basis = q * diag(r).sign();
        long[] size = [outputs, .. shape.Size.Where((_, axis) => axis != shape.OutputAxis)];
        return (outputs == tall ? basis : basis.t()).reshape(size).transpose(0, shape.OutputAxis)
            .Times(shape.Gain * Math.Sqrt(rest / shape.FanIn));
    }
}
