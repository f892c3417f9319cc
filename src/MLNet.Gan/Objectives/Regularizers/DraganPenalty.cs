namespace MLNet.Gan;

/// <summary>The one-centered gradient penalty around the data of DRAGAN (Kodali et al., 2017).</summary>
/// <remarks>
/// The points are those of the authors' program, not the normal noise of their text: every value of a sample is raised
/// by <see cref="Spread"/> · s · U(0, 1), where s is the standard deviation of all values of the batch, without the
/// further draw between x and x̂ that some versions make.
/// </remarks>
public sealed record DraganPenalty : IRegularizer
{
    /// <summary>The strength λ of the penalty λ · E(‖∇D(x̂)‖ − 1)², at least 0; default 10.</summary>
    public Schedule Weight { get; init => field = Check.NotNegative(value); } = 10;

    /// <summary>The largest distance of x̂ from the data, in standard deviations, greater than 0; default 0.5.</summary>
    public double Spread { get; init => field = Check.Positive(value); } = 0.5;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Discriminator;

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => Needs.OwnInputGradients;

    /// <inheritdoc/>
    public Tensor OwnSamples(Tensor real, Tensor fake, Generator random)
    {
        var noise = rand(real.Sizes(), generator: random).SentTo(real);
        return real.Plus(Spread.Times(real.std(unbiased: false)) * noise);
    }

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext context) =>
        OneCenteredPenalty.Penalty(Weight.At(context.Step), context.Own!);
}
