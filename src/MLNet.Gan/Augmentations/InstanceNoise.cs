namespace MLNet.Gan;

/// <summary>
/// Noise on the discriminator's input, x + N(0, σ²), which makes the distributions of real and generated samples
/// overlap, so that the generator's gradient does not vanish (Sønderby et al., 2017; Arjovsky &amp; Bottou, 2017, sec.
/// 3).
/// </summary>
public sealed record InstanceNoise : IAugmentation
{
    /// <summary>
    /// The standard deviation σ, in the units of the samples, at least 0; default linear from 0.1 to 0 in 10 000 steps.
    /// </summary>
    public Schedule Deviation { get; init => field = Check.NotNegative(value); } = Schedule.Linear(0.1, 0, 10_000);

    /// <inheritdoc/>
    public bool Suits(SampleShape shape) => true;

    /// <inheritdoc/>
    public Tensor Apply(Tensor samples, AugmentationDraw draw)
    {
        var deviation = Deviation.At(draw.Step);
        return deviation == 0
            ? samples
            : draw.Choose(
                samples, samples.Plus(deviation.Times(randn(samples.Sizes(), generator: draw.Random).SentTo(samples))));
    }
}
