namespace MLNet.Gan;

/// <summary>Samples, and what a discriminator computed of them in one forward pass.</summary>
/// <param name="Samples">The samples [N, …].</param>
public sealed record DiscriminatorPass(Tensor Samples)
{
    // The norm has no gradient at 0, and an infinite second one near it; this moves it by less than single precision shows.
    private static readonly Scalar Tiny = 1e-6;

    /// <summary>The discriminator's output; null where nothing declared that it needs any of it.</summary>
    public DiscriminatorOutput? Output { get; init; }

    /// <summary>
    /// The gradients of the logits with respect to the samples [N, values], which are differentiable with respect to the
    /// discriminator's parameters; null where nothing declared that it needs them.
    /// </summary>
    public Tensor? InputGradients { get; init; }

    /// <summary>The discriminator's logits [N].</summary>
    /// <exception cref="InvalidOperationException">They were not declared as needed.</exception>
    public Tensor Logits => Declared(Output?.Logits, "RealLogits or FakeLogits");

    /// <summary>The discriminator's features [N, F].</summary>
    /// <exception cref="InvalidOperationException">They were not declared as needed.</exception>
    public Tensor Features => Declared(Output?.Features, "RealFeatures or FakeFeatures");

    /// <summary>The outputs [N, outputs] of a head.</summary>
    /// <exception cref="InvalidOperationException">
    /// The features that the head reads were not declared as needed, or the discriminator returned no such head.
    /// </exception>
    public Tensor Head(string name) => Output?.Heads.GetValueOrDefault(name) ?? (Output?.Features is null
        ? Declared(null, "RealFeatures or FakeFeatures")
        : throw new InvalidOperationException(
            $"The discriminator returned no head '{name}'. Return it from Heads of the regularizer that reads it."));

    /// <summary>‖∇D(x)‖² of each sample [N], differentiable with respect to the discriminator's parameters.</summary>
    /// <exception cref="InvalidOperationException">The gradients were not declared as needed.</exception>
    public Tensor SquaredGradientNorms() => Gradient().Squared().sum(1);

    /// <summary>
    /// ‖∇D(x)‖ of each sample [N], smooth at 0, where it is 10⁻⁶; differentiable with respect to the discriminator's
    /// parameters.
    /// </summary>
    /// <exception cref="InvalidOperationException">The gradients were not declared as needed.</exception>
    public Tensor GradientNorms()
    {
        var gradients = Gradient();
        var tiny = full([gradients.size(0), 1], Tiny, gradients.dtype, gradients.device);
        return cat([gradients, tiny], dim: 1).norm(dim: 1);
    }

    /// <summary>A pass of a discriminator.</summary>
    /// <param name="discriminator">The discriminator: samples [N, …] to its output.</param>
    /// <param name="samples">The samples [N, …].</param>
    /// <param name="inputGradients">Whether the gradients with respect to the samples are computed; default false.</param>
    public static DiscriminatorPass Of(
        Func<Tensor, DiscriminatorOutput> discriminator, Tensor samples, bool inputGradients = false)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        ArgumentNullException.ThrowIfNull(samples);
        if (!inputGradients)
            return new(samples) { Output = discriminator(samples) };

        // Generated samples keep their graph to the generator in its turn.
        var input = samples.requires_grad ? samples : samples.detach().requires_grad_(true);
        var output = discriminator(input);
        var gradients = Gradients.Of(output.Logits.sum(), "The sum of the discriminator's logits", input);
        return new(input) { Output = output, InputGradients = gradients.flatten(1) };
    }

    private Tensor Gradient() => Declared(InputGradients, "an InputGradients member");

    private static Tensor Declared(Tensor? value, string need) => value ?? throw new InvalidOperationException(
        $"This value of the discriminator was not computed, since no loss and no regularizer declares it. Return Needs with "
            + $"{need} from NeedsIn of the record that reads it.");
}
