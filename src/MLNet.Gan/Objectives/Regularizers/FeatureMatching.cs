namespace MLNet.Gan;

/// <summary>
/// Draws the generator to fakes whose mean features, as the discriminator sees them, are those of the data
/// (Salimans et al., 2016, sec. 3.1).
/// </summary>
public sealed record FeatureMatching : IRegularizer
{
    /// <summary>The strength w of the term w · ‖E f(x) − E f(G(z))‖²; default 1.</summary>
    public Schedule Weight { get; init => field = Check.NotNull(value); } = 1;

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
