namespace MLNet.Gan;

/// <summary>Clips the norm of a player's gradient (Pascanu et al., 2013, algorithm 1).</summary>
/// <remarks>g ← g · min(1, c/‖g‖), with the Euclidean norm of the gradient of all parameters together.</remarks>
public sealed record GradientNormClipping : IUpdateHook
{
    /// <summary>The largest norm c of a gradient, greater than 0; default 1.</summary>
    public double MaxNorm { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public void Before(Tensor parameters, Tensor gradient)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();

        // A gradient of zero has the factor min(1, ∞). Nothing is read back, so there is no synchronization with a GPU.
        gradient.mul_(MaxNorm.Over(gradient.norm()).clamp(max: Arithmetic.One));
    }
}
