namespace MLNet.Gan;

/// <summary>The forward passes of one discriminator in one player's turn, each with as much graph as its use needs.</summary>
/// <remarks>
/// Where input gradients are needed and the discriminator is piecewise linear, its logits are computed from them,
/// D(x) = ⟨∂D/∂x, x⟩ + biases (<see cref="PiecewiseLinearPass"/>), which saves a backward pass (decision 0007).
/// </remarks>
/// <param name="discriminator">The discriminator.</param>
/// <param name="labels">The classes of its samples; null without.</param>
/// <param name="augment">The random augmentation of samples, drawn once for each pass.</param>
internal sealed class DiscriminatorPasses(
    WeightedDiscriminator discriminator, Tensor? labels, Func<Tensor, Tensor> augment)
{
    /// <summary>The passes over real and over generated samples.</summary>
    /// <remarks>
    /// The order of the passes is part of the result, since it decides the order in which a backward pass adds up floats:
    /// first the gradients with respect to samples, then logits.
    /// </remarks>
    /// <param name="real">Real samples [N, …].</param>
    /// <param name="fake">Generated samples [N, …].</param>
    /// <param name="needs">What the loss and the regularizers need of them.</param>
    public (DiscriminatorPass Real, DiscriminatorPass Fake) Of(Tensor real, Tensor fake, Needs needs)
    {
        var (realPass, realLinear) = needs.HasFlag(Needs.RealInputGradients)
            ? Differentiated(real, needs.HasFlag(Needs.RealFeatures))
            : (new(real), null);
        var (fakePass, fakeLinear) = needs.HasFlag(Needs.FakeInputGradients)
            ? Differentiated(fake, needs.HasFlag(Needs.FakeFeatures))
            : (new(fake), null);

        if (fakeLinear is not null)
            fakePass = WithLogits(fakePass, fakeLinear);
        if (realLinear is not null)
            realPass = WithLogits(realPass, realLinear);
        else if (realPass.Output is null && (needs & (Needs.RealLogits | Needs.RealFeatures)) != 0)
            realPass = OutputOnly(real);
        if (fakePass.Output is null && (needs & (Needs.FakeLogits | Needs.FakeFeatures)) != 0)
            fakePass = OutputOnly(fake);
        return (realPass, fakePass);
    }

    /// <summary>
    /// The passes over real and over generated samples as one batch, whose derivatives are written out; null where those of a layer are not.
    /// </summary>
    /// <param name="real">Real samples [N, …].</param>
    /// <param name="fake">Generated samples [N, …].</param>
    /// <param name="needs">What the loss and the regularizers need of them: logits and gradients with respect to samples.</param>
    public (DiscriminatorPass Real, DiscriminatorPass Fake, DiscriminatorTape Tape)? Together(Tensor real, Tensor fake, Needs needs)
    {
        var count = real.size(0);
        var (ofReal, ofFake) = (needs.HasFlag(Needs.RealInputGradients), needs.HasFlag(Needs.FakeInputGradients));
        var range = new RowRange(ofReal ? 0 : count, (ofReal ? count : 0) + (ofFake ? count : 0));
        if (discriminator.Explicit(cat([real.detach(), fake.detach()]), labels, range) is not { } tape)
            return null;

        DiscriminatorPass Pass(Tensor samples, long first, bool isDifferentiated) => new(samples.detach())
        {
            Output = new(tape.Logits.narrow(0, first, count)),
            InputGradients = isDifferentiated ? tape.InputGradients!.narrow(0, first - range.First, count).flatten(1) : null,
        };
        return (Pass(real, 0, ofReal), Pass(fake, count, ofFake), tape);
    }

    /// <summary>A pass with gradients with respect to samples, whose derivatives are written out; null where those of a layer are not.</summary>
    public (DiscriminatorPass Pass, DiscriminatorTape Tape)? WithExplicitGradients(Tensor samples) =>
        discriminator.Explicit(samples.detach(), labels, new(0, samples.size(0))) is not { } tape ? null
            : (new(samples.detach()) { Output = new(tape.Logits), InputGradients = tape.InputGradients!.flatten(1) }, tape);

    /// <summary>A pass whose derivatives by logits are written out; null where those of a layer are not.</summary>
    public (DiscriminatorPass Pass, DiscriminatorTape Tape)? OfSamples(Tensor samples) =>
        discriminator.Explicit(samples.detach(), labels, default) is not { } tape ? null : (new(samples) { Output = new(tape.Logits) }, tape);

    /// <summary>A pass without input gradients.</summary>
    public DiscriminatorPass OutputOnly(Tensor samples) => new(samples) { Output = Forward(Augmented(samples)) };

    /// <summary>A pass with the gradients with respect to its samples.</summary>
    public DiscriminatorPass WithInputGradients(Tensor samples, bool features = false) =>
        Differentiated(samples, features) switch
        {
            (var pass, { } linear) => WithLogits(pass, linear),
            (var pass, _) => pass,
        };

    /// <summary>
    /// A pass with the gradients with respect to its samples before augmentation. For a piecewise linear discriminator the
    /// logits are left out, and what computes them is returned beside it.
    /// </summary>
    private (DiscriminatorPass Pass, PiecewiseLinearPass? Linear) Differentiated(Tensor samples, bool features)
    {
        // Generated samples keep their graph to the generator in its turn, and then the logits must carry it, too.
        var input = samples.requires_grad ? samples : samples.detach().requires_grad_(true);
        var augmented = Augmented(input);
        if (samples.requires_grad || discriminator.PiecewiseLinear(augmented, labels) is not { } linear)
            return (DiscriminatorPass.Of(_ => Forward(augmented), input, inputGradients: true), null);

        var gradients = linear.Gradient(input).flatten(1);
        return (new(input) { Output = features ? Forward(augmented) : null, InputGradients = gradients }, linear);
    }

    private static DiscriminatorPass WithLogits(DiscriminatorPass pass, PiecewiseLinearPass linear) => pass with
    {
        Output = pass.Output is { } output ? output with { Logits = linear.Logits } : new(linear.Logits),
    };

    private Tensor Augmented(Tensor samples) => discriminator.Downsampled(augment(samples));

    private DiscriminatorOutput Forward(Tensor augmented) => discriminator.Forward(augmented, labels);
}
