namespace MLNet.Gan;

/// <summary>Clips every component of a player's gradient: gᵢ ← min(c, max(−c, gᵢ)).</summary>
/// <remarks>It changes the gradient's direction, unlike <see cref="GradientNormClipping"/>.</remarks>
public sealed record GradientValueClipping : IUpdateHook
{
    /// <summary>The largest absolute value c of a component, greater than 0; default 1.</summary>
    public double Limit { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public void Before(Tensor parameters, Tensor gradient)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using Scalar least = -Limit, most = Limit;
        gradient.clamp_(least, most);
    }
}
