namespace MLNet.Gan;

/// <summary>
/// Weights divided by their largest singular value σ, so that no layer stretches by more than
/// <see cref="Coefficient"/> (Miyato et al., 2018, eq. 8 and algorithm 1).
/// </summary>
/// <remarks>
/// σ is that of the weight as a matrix [out, rest], estimated by power iteration: v ← Wᵀu/‖·‖, u ← Wv/‖·‖, σ = uᵀWv,
/// with u and v kept as buffers from step to step. Gradients take u and v as constants. In evaluation mode the kept
/// vectors stay as they are, and the iteration goes on from them until σ stands still, since an averaged network's
/// averaged vectors fit its weights only nearly. A weight that begins as zeros has no σ to divide by, and is refused.
/// </remarks>
public sealed record SpectralNormalization : IWeightParametrization
{
    /// <summary>Rounds of power iteration in each forward pass of training, at least 1; default 1.</summary>
    public int Iterations { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The largest singular value of a weight, greater than 0; default 1.</summary>
    public double Coefficient { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public LayerWeight Create(NetworkSpec spec, WeightShape shape) => new SpectralWeight(
        spec.Initial(shape.NotOfZeros(this)), shape.OutputAxis, Iterations, Coefficient, spec.Random);
}
