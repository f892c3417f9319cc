namespace MLNet.Gan;

/// <summary>
/// Weights divided by their largest singular value σ, so that no layer's spectral norm exceeds
/// <see cref="Coefficient"/> (Miyato et al., 2018, eq. 8 and algorithm 1).
/// </summary>
/// <remarks>
/// σ is that of the weight as a matrix [out, rest], estimated by power iteration: v ← Wᵀu/‖·‖, u ← Wv/‖·‖, σ = uᵀWv,
/// with u and v kept as buffers from step to step. Gradients treat u and v as constants. In evaluation mode the buffers
/// do not change, and the iteration continues from them until σ converges, since an averaged network's averaged vectors
/// fit its weights only approximately. A weight initialized to zeros has σ = 0, and is refused.
/// </remarks>
public sealed record SpectralNormalization : IWeightParametrization
{
    /// <summary>The number of power iterations in each forward pass of training, at least 1; default 1.</summary>
    public int Iterations { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The largest singular value of a weight, greater than 0; default 1.</summary>
    public double Coefficient { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public LayerWeight Create(NetworkSpec spec, WeightShape shape) => new SpectralWeight(
        spec.Initial(shape.NotOfZeros(this)), shape.OutputAxis, Iterations, Coefficient, spec.Random);
}
