namespace MLNet.Gan;

/// <summary>Adapts the number of updates of both players to the discriminator's accuracy.</summary>
/// <remarks>
/// Above <see cref="High"/> the discriminator's extra updates are removed first, then the generator gets more; below
/// <see cref="Low"/> the other way round. Each adjustment changes one number by one.
/// </remarks>
public sealed record AdaptiveUpdateRatio : IController
{
    /// <summary>The accuracy below which the discriminator gets more updates, in (0, 1); default 0.6.</summary>
    public double Low { get; init => field = Check.OpenFraction(value); } = 0.6;

    /// <summary>The accuracy above which the generator gets more updates, in (0, 1); default 0.9.</summary>
    public double High { get; init => field = Check.OpenFraction(value); } = 0.9;

    /// <summary>The largest number of updates of a player in a step, at least 1; default 4.</summary>
    public int Most { get; init => field = Check.Positive(value); } = 4;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 50;

    /// <inheritdoc/>
    public TrainingControls Adjust(TrainingControls controls, ControllerInput seen)
    {
        var (discriminator, generator) = (controls.DiscriminatorSteps, controls.GeneratorSteps);
        if (seen.Accuracy > High)
            (discriminator, generator) = discriminator > 1 ? (discriminator - 1, generator) : (1, More(generator));
        else if (seen.Accuracy < Low)
            (discriminator, generator) = generator > 1 ? (discriminator, generator - 1) : (More(discriminator), 1);
        return controls with { DiscriminatorSteps = discriminator, GeneratorSteps = generator };
    }

    // A number above the limit that the options set from the start is kept.
    private int More(int updates) => Math.Max(updates, Math.Min(updates + 1, Most));
}
