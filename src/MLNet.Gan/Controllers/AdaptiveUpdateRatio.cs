namespace MLNet.Gan;

/// <summary>Gives the player that falls behind more updates, by the discriminator's accuracy.</summary>
/// <remarks>
/// A discriminator that wins too often first loses its own extra updates, then the generator gets some; one that cannot
/// tell real from fake is treated the other way round. One update is moved at a time.
/// </remarks>
public sealed record AdaptiveUpdateRatio : IController
{
    /// <summary>The accuracy below which the discriminator needs more updates, in (0, 1); default 0.6.</summary>
    public double Low { get; init => field = Check.OpenFraction(value); } = 0.6;

    /// <summary>The accuracy above which the generator needs more updates, in (0, 1); default 0.9.</summary>
    public double High { get; init => field = Check.OpenFraction(value); } = 0.9;

    /// <summary>The most updates that one player gets in a step, at least 1; default 4.</summary>
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

    // A user who asks for more from the start keeps it.
    private int More(int updates) => Math.Max(updates, Math.Min(updates + 1, Most));
}
