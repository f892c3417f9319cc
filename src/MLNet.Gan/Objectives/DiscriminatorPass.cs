namespace MLNet.Gan;

/// <summary>
/// Samples, and what the discriminator says of them. One forward pass serves the loss and all penalties.
/// </summary>
/// <remarks>
/// The trainer asks penalties before losses, so that the pass is made with the graph that penalties want.
/// </remarks>
public sealed class DiscriminatorPass(Func<Tensor, DiscriminatorOutput> judge, Tensor samples)
{
    // The norm has no slope at 0, and infinite second ones beside it; this moves it by less than single precision shows.
    private static readonly Scalar Tiny = 1e-6;

    private DiscriminatorOutput? _verdict;
    private PiecewiseLinearPass? _trace;
    private Tensor? _gradients;
    private Tensor? _squaredNorms;

    /// <summary>The samples [N, …].</summary>
    public Tensor Samples { get; private set; } = samples;

    /// <summary>All that the discriminator says.</summary>
    public DiscriminatorOutput Output => _verdict ??= judge(Samples);

    /// <summary>The discriminator's logits [N].</summary>
    public Tensor Logits => _trace?.Logits ?? Output.Logits;

    /// <summary>The discriminator's features [N, F], for a regularizer that says it needs them.</summary>
    public Tensor Features => Output.Features!;

    /// <summary>The answers [N, outputs] to the question of a regularizer that asked for a head.</summary>
    public Tensor Head(string name) => Output.Heads[name];

    /// <summary>How samples come to their logits, where a network can say; null where nobody knows.</summary>
    internal Func<Tensor, PiecewiseLinearPass?>? Trace { private get; init; }

    /// <summary>‖∇D(x)‖² of each sample [N], differentiable with respect to the discriminator's parameters.</summary>
    public Tensor SquaredGradientNorms() => _squaredNorms ??= Gradients().Squared().sum(1);

    /// <summary>
    /// ‖∇D(x)‖ of each sample [N], smooth at 0, where it is 10⁻⁶; differentiable with respect to the discriminator's
    /// parameters.
    /// </summary>
    public Tensor GradientNorms()
    {
        var gradients = Gradients();
        var tiny = full([gradients.shape[0], 1], Tiny, gradients.dtype, gradients.device);
        return cat([gradients, tiny], dim: 1).norm(dim: 1);
    }

    /// <summary>∇D(x) of each sample [N, numbers].</summary>
    private Tensor Gradients() => _gradients ??= Gradient().flatten(1);

    private Tensor Gradient()
    {
        // In the generator's turn the fakes carry its graph already; without it the generator would learn nothing.
        if (!Samples.requires_grad)
        {
            (Samples, _verdict) = (Samples.detach().requires_grad_(true), null);
            _trace = Trace?.Invoke(Samples);
        }

        return _trace?.Gradient(Samples)
            ?? Gan.Gradients.Of(Logits.sum(), "The sum of the discriminator's logits", Samples);
    }
}
