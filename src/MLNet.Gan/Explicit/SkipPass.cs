namespace MLNet.Gan;

/// <summary>A pass through c · (x + f(x)).</summary>
/// <param name="input">The input [N, …].</param>
/// <param name="body">The pass through f.</param>
/// <param name="scale">c.</param>
internal sealed class SkipPass(Tensor input, SequentialPass body, double scale) : AffinePass(Sum(input, body.Output, scale))
{
    /// <inheritdoc/>
    public override Tensor? Pull(Tensor gradients, RowRange wanted)
    {
        using Scalar factor = scale;
        gradients = gradients.size(0) == Output.size(0) ? gradients.mul_(factor) : Fused.Repeat(gradients, Output.size(0)).mul_(factor);
        var pulled = body.Pull(gradients.clone(), wanted);
        return pulled?.add_(wanted.Of(gradients), alpha: Arithmetic.One);
    }

    /// <inheritdoc/>
    public override Tensor? Push(Tensor? tangents, LogitDerivatives loss)
    {
        var pushed = body.Push(tangents?.clone(), loss);
        return pushed is null ? null : Sum(tangents!, pushed, scale);
    }

    /// <inheritdoc/>
    public override Tensor? Back(Tensor gradients, bool isLast)
    {
        using Scalar factor = scale;
        gradients.mul_(factor);
        var pulled = body.Back(gradients.clone(), isLast);
        return pulled?.add_(gradients, alpha: Arithmetic.One);
    }

    private static Tensor Sum(Tensor one, Tensor other, double scale)
    {
        using Scalar factor = scale;
        return one.add(other, alpha: Arithmetic.One).mul_(factor);
    }
}
