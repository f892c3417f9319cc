using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>
/// The standard deviation of each feature over a group of the batch, averaged over the features, as one more feature
/// (Karras et al., 2018, sec. 3).
/// </summary>
/// <remarks>
/// With N/G groups of G, sample i is in group i mod (N/G); its number is F⁻¹ Σ_f √(Var_f + 10⁻⁸), where the variance is
/// the group's own (divided by G) and the constant keeps the root differentiable.
/// </remarks>
public sealed record MinibatchStandardDeviation : IMinibatchFeature
{
    /// <summary>
    /// The samples in a group, at least 1; default 4. Where it does not divide the batch, the largest smaller number
    /// that does is taken.
    /// </summary>
    public int GroupSize { get; init => field = Check.Positive(value); } = 4;

    /// <inheritdoc/>
    public int Added => 1;

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Create(NetworkSpec spec, int features) => new MinibatchStdLayer(GroupSize);
}
