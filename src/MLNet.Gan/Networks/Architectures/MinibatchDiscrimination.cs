using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>
/// Features that measure a sample's closeness to the rest of its minibatch with learned kernels (Salimans et al., 2016,
/// sec. 3.2): with M = f(x)T in rows of <see cref="KernelSize"/>, o(xᵢ)_b = Σ_{j≠i} exp(−‖M_ib − M_jb‖₁), from 0 to N −
/// 1.
/// </summary>
/// <remarks>
/// The paper's sum includes the sample itself, which adds 1 everywhere. The sum grows with the batch, so evaluate the
/// discriminator with the batch size that it was trained with.
/// </remarks>
public sealed record MinibatchDiscrimination : IMinibatchFeature
{
    /// <summary>The number of kernels B, each of which adds one feature, at least 1; default 16.</summary>
    public int Kernels { get; init => field = Check.Positive(value); } = 16;

    /// <summary>The dimension C of a kernel, at least 1; default 8.</summary>
    public int KernelSize { get; init => field = Check.Positive(value); } = 8;

    /// <inheritdoc/>
    public int Added => Kernels;

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Create(NetworkSpec spec, int features) =>
        new MinibatchDiscriminationLayer(spec, features, Kernels, KernelSize);
}
