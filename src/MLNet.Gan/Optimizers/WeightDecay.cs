namespace MLNet.Gan;

/// <summary>Decoupled weight decay (Loshchilov &amp; Hutter, 2019).</summary>
/// <remarks>
/// After the update, θ ← θ − ηλθ, with the learning rate η of the step. An L2 penalty λ/2 · ‖θ‖² would instead add λθ
/// to the gradient, which an adaptive optimizer divides by the gradient's magnitude, so that parameters with large
/// gradients would hardly decay. PyTorch's AdamW decays before the update, which differs by ηλ times the update.
/// </remarks>
public sealed record WeightDecay : IUpdateHook
{
    /// <summary>The strength λ, at least 0; default 0.01.</summary>
    public double Strength { get; init => field = Check.NotNegative(value); } = 0.01;

    /// <inheritdoc/>
    public void After(Tensor parameters, double learningRate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using Scalar kept = 1 - learningRate * Strength;
        parameters.mul_(kept);
    }
}
