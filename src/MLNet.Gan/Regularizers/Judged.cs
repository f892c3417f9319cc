namespace MLNet.Gan.Regularizers;

/// <summary>
/// Samples, and what the discriminator says of them. One forward pass serves the loss and all penalties.
/// </summary>
/// <remarks>
/// The trainer asks penalties before losses, so that the pass is made with the graph that penalties want.
/// </remarks>
public sealed class Judged(Func<Tensor, Tensor> critic, Tensor samples)
{
    private Tensor? _logits;

    /// <summary>The samples [N, …].</summary>
    public Tensor Samples { get; private set; } = samples;

    /// <summary>The discriminator's logits [N].</summary>
    public Tensor Logits => _logits ??= critic(Samples);

    /// <summary>‖∇D(x)‖² of each sample [N], differentiable with respect to the discriminator's parameters.</summary>
    public Tensor SquaredGradientNorms()
    {
        // In the generator's turn the fakes carry its graph already; without it the generator would learn nothing.
        if (!Samples.requires_grad)
        {
            Samples = Samples.detach().requires_grad_(true);
            _logits = null;
        }

        return Gradients.SquaredNorms(Logits, Samples);
    }
}
