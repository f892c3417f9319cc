namespace MLNet.Gan.Regularizers;

/// <summary>The one-centred penalty between real and fake of WGAN-GP (Gulrajani et al., 2017, eq. 3).</summary>
public sealed record GradientPenalty : IRegularizer
{
    // The norm's slope at 0 is infinite; this moves it by less than single precision shows.
    private const double Tiny = 1e-12;

    /// <summary>The strength λ of the penalty λ · E(‖∇D(x̂)‖ − 1)²; default 10.</summary>
    public Schedule Weight { get; init => field = Check.NotNull(value); } = 10;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Discriminator;

    /// <inheritdoc/>
    public Tensor Penalty(Round round)
    {
        // x̂ is uniform on the segment between a real and a fake sample.
        var (real, fake) = (round.Real.Samples.detach(), round.Fake.Samples.detach());
        long[] onePerSample = [real.shape[0], .. Enumerable.Repeat(1L, real.shape.Length - 1)];
        var share = rand(onePerSample, generator: round.Random).to(real);
        var between = lerp(real, fake, share).requires_grad_(true);

        var norms = (Gradients.SquaredNorms(round.Critic(between), between) + Tiny).sqrt();
        return Weight.At(round.Step) * (norms - 1).square().mean();
    }
}
