using System.Globalization;

namespace MLNet.Gan;

/// <summary>What reactions to findings have changed in a run, beside its options and controllers.</summary>
public sealed record TrainingCorrections
{
    /// <summary>The factor of both learning rates, greater than 0; default 1.</summary>
    public double LearningRateFactor { get; init => field = Check.Positive(value); } = 1;

    /// <summary>
    /// Whether the discriminator's learning rate is raised to the generator's where it is lower and both have the same kind of
    /// optimizer; default false.
    /// </summary>
    public bool BalancesLearningRates { get; init; }

    /// <summary>
    /// The strength γ of an R1 penalty that is added to the discriminator's loss, γ/2 · E‖∇D(x)‖² (Mescheder et al., 2018),
    /// at least 0; default 0.
    /// </summary>
    public double R1Gamma { get; init => field = Check.NotNegative(value); }

    /// <summary>
    /// The least probability of the augmentations of the options, from 0 to 1; default 0, for that of the options.
    /// </summary>
    public double AugmentationProbability { get; init => field = Check.Share(value); }

    /// <summary>The step until which the discriminator is not updated; default 0.</summary>
    public int DiscriminatorPausedUntil { get; init => field = Check.NotNegative(value); }

    /// <summary>The step until which the generator is not updated; default 0.</summary>
    public int GeneratorPausedUntil { get; init => field = Check.NotNegative(value); }

    /// <summary>What is new against earlier corrections, in words: "factor of the learning rates 1 → 0.5"; empty for nothing.</summary>
    /// <param name="earlier">The corrections before.</param>
    public string DifferencesFrom(TrainingCorrections earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        (string Name, object Before, object Now)[] values =
        [
            ("factor of the learning rates", earlier.LearningRateFactor, LearningRateFactor),
            ("γ of the added R1 penalty", earlier.R1Gamma, R1Gamma),
            ("least augmentation probability", earlier.AugmentationProbability, AugmentationProbability),
            ("step until which the discriminator pauses", earlier.DiscriminatorPausedUntil, DiscriminatorPausedUntil),
            ("step until which the generator pauses", earlier.GeneratorPausedUntil, GeneratorPausedUntil),
        ];
        var changes = values.Where(value => !value.Before.Equals(value.Now)).Select(value =>
            string.Create(CultureInfo.InvariantCulture, $"{value.Name} {value.Before:G4} → {value.Now:G4}"));
        return string.Join(", ", BalancesLearningRates && !earlier.BalancesLearningRates
            ? changes.Append("discriminator's learning rate not below the generator's")
            : changes);
    }
}
