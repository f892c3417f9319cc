namespace MLNet.Gan;

/// <summary>The forward passes of one discriminator in one player's turn, each with the graph that is needed of it.</summary>
/// <param name="discriminator">The discriminator.</param>
/// <param name="labels">The classes of its samples; null without.</param>
/// <param name="augment">The random augmentation of samples, drawn once for each pass.</param>
internal sealed class DiscriminatorPasses(
    WeightedDiscriminator discriminator, Tensor? labels, Func<Tensor, Tensor> augment)
{
    /// <summary>The passes over real and over generated samples.</summary>
    /// <remarks>
    /// A backward pass sums gradients in the order in which the graph was made, so that order is part of the result:
    /// first the gradients with respect to samples, then logits.
    /// </remarks>
    /// <param name="real">Real samples [N, …].</param>
    /// <param name="fake">Generated samples [N, …].</param>
    /// <param name="needs">What the loss and the regularizers need of them.</param>
    public (DiscriminatorPass Real, DiscriminatorPass Fake) Of(Tensor real, Tensor fake, Needs needs)
    {
        var (realPass, realTrace) = needs.HasFlag(Needs.RealInputGradients)
            ? Differentiated(real, needs.HasFlag(Needs.RealFeatures))
            : (new(real), null);
        var (fakePass, fakeTrace) = needs.HasFlag(Needs.FakeInputGradients)
            ? Differentiated(fake, needs.HasFlag(Needs.FakeFeatures))
            : (new(fake), null);

        if (fakeTrace is not null)
            fakePass = WithLogits(fakePass, fakeTrace);
        if (realTrace is not null)
            realPass = WithLogits(realPass, realTrace);
        else if (realPass.Output is null && (needs & (Needs.RealLogits | Needs.RealFeatures)) != 0)
            realPass = Plain(real);
        if (fakePass.Output is null && (needs & (Needs.FakeLogits | Needs.FakeFeatures)) != 0)
            fakePass = Plain(fake);
        return (realPass, fakePass);
    }

    /// <summary>A pass of which only the output is needed.</summary>
    public DiscriminatorPass Plain(Tensor samples) => new(samples) { Output = Forward(Seen(samples)) };

    /// <summary>A pass with the gradients with respect to its samples.</summary>
    public DiscriminatorPass WithInputGradients(Tensor samples, bool features = false) =>
        Differentiated(samples, features) switch
        {
            (var pass, { } trace) => WithLogits(pass, trace),
            (var pass, _) => pass,
        };

    /// <summary>
    /// A pass with the gradients with respect to its samples; with a trace if the logits are yet to be computed from them.
    /// All of it comes from one draw of the augmentation.
    /// </summary>
    private (DiscriminatorPass Pass, PiecewiseLinearPass? Trace) Differentiated(Tensor samples, bool features)
    {
        // Fakes in the generator's turn carry its graph already; without it the generator would learn nothing.
        var input = samples.requires_grad ? samples : samples.detach().requires_grad_(true);
        var seen = Seen(input);
        if (samples.requires_grad || discriminator.Trace(seen, labels) is not { } trace)
            return (DiscriminatorPass.Of(_ => Forward(seen), input, inputGradients: true), null);

        var gradients = trace.Gradient(input).flatten(1);
        return (new(input) { Output = features ? Forward(seen) : null, InputGradients = gradients }, trace);
    }

    private static DiscriminatorPass WithLogits(DiscriminatorPass pass, PiecewiseLinearPass trace) => pass with
    {
        Output = pass.Output is { } output ? output with { Logits = trace.Logits } : new(trace.Logits),
    };

    private Tensor Seen(Tensor samples) => discriminator.Downsampled(augment(samples));

    private DiscriminatorOutput Forward(Tensor seen) => discriminator.Forward(seen, labels);
}
