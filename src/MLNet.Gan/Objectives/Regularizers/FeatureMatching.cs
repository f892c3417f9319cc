namespace MLNet.Gan;

/// <summary>
/// Feature matching (Salimans et al., 2016, sec. 3.1): the squared distance between the mean discriminator features of
/// real samples and of fakes.
/// </summary>
public sealed record FeatureMatching : IRegularizer
{
    /// <summary>The strength w of the term w · ‖E f(x) − E f(G(z))‖², at least 0; default 1.</summary>
    public Schedule Weight { get; init => field = Check.NotNegative(value); } = 1;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Generator;

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => Needs.Features;

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext context) =>
        Weight.At(context.Step).Times(FeatureMeans.SquaredDistance(context.Real.Features, context.Fake.Features));
}
