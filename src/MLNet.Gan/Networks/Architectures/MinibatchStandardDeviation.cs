using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>
/// The standard deviation of each feature over a group of the minibatch, averaged over the features, as one additional
/// feature (Karras et al., 2018, sec. 3).
/// </summary>
/// <remarks>
/// With N/G groups of G, sample i is in group i mod (N/G); its value is F⁻¹ Σ_f √(Var_f + 10⁻⁸), where the variance is
/// that of the group (divided by G) and the constant keeps the root differentiable.
/// </remarks>
public sealed record MinibatchStandardDeviation : IMinibatchFeature
{
    /// <summary>
    /// The number of samples in a group, at least 1; default 4. If it does not divide the batch size, the largest
    /// smaller number that does is used.
    /// </summary>
    public int GroupSize { get; init => field = Check.Positive(value); } = 4;

    /// <inheritdoc/>
    public int Added => 1;

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Create(NetworkSpec spec, int features) => new MinibatchStdLayer(GroupSize);
}
