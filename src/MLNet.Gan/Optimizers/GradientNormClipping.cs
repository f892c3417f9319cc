namespace MLNet.Gan;

/// <summary>Shortens a player's gradient where it is too long (Pascanu et al., 2013, algorithm 1).</summary>
/// <remarks>g ← g · min(1, c/‖g‖), with the Euclidean norm of the gradient of all parameters together.</remarks>
public sealed record GradientNormClipping : IUpdateHook
{
    /// <summary>The norm c that a gradient may have, greater than 0; default 1.</summary>
    public double MaxNorm { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public void Before(Tensor parameters, Tensor gradient)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();

        // A gradient of zero has the factor min(1, ∞). Nothing is read back, so a GPU need not be waited for.
        gradient.mul_(MaxNorm.Over(gradient.norm()).clamp(max: Arithmetic.One));
    }
}
