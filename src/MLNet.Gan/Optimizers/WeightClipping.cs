namespace MLNet.Gan;

/// <summary>
/// Clips every parameter, which bounds the critic's gradient (Arjovsky et al., 2017, algorithm 1, line 7).
/// </summary>
/// <remarks>After the update, θᵢ ← min(c, max(−c, θᵢ)).</remarks>
public sealed record WeightClipping : IUpdateHook
{
    /// <summary>The largest absolute value c of a parameter, greater than 0; default 0.01.</summary>
    public double Limit { get; init => field = Check.Positive(value); } = 0.01;

    /// <inheritdoc/>
    public void After(Tensor parameters, double learningRate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using Scalar least = -Limit, most = Limit;
        parameters.clamp_(least, most);
    }
}
