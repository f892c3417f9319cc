namespace MLNet.Gan;

/// <summary>
/// Adapts the augmentation probability to the discriminator's overfitting (ADA, Karras et al., 2020a).
/// </summary>
/// <remarks>
/// At every adjustment the probability moves by (samples seen) / <see cref="Ramp"/>: up when the mean sign of the real
/// logits is above <see cref="Target"/>, down when it is below. It starts at 0. For data sets of fewer than about 30
/// 000 samples; it requires <see cref="GanOptions.Augmentations"/>.
/// </remarks>
public sealed record AdaptiveAugmentation : IController
{
    /// <summary>The target for the mean sign of the real logits, in (0, 1); default 0.6.</summary>
    public double Target { get; init => field = Check.OpenFraction(value); } = 0.6;

    /// <summary>
    /// The number of samples in which the probability can go from 0 to 1, at least 1; default 500 000.
    /// </summary>
    public int Ramp { get; init => field = Check.Positive(value); } = 500_000;

    /// <summary>
    /// The highest probability, in (0, 1); default 0.8, above which augmentations appear in generated samples.
    /// </summary>
    public double Most { get; init => field = Check.OpenFraction(value); } = 0.8;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 4;

    /// <inheritdoc/>
    public TrainingControls Initialize(TrainingControls controls) =>
        controls with { AugmentationProbability = controls.AugmentationProbability ?? 0 };

    /// <inheritdoc/>
    public TrainingControls Adjust(TrainingControls controls, ControllerInput seen)
    {
        var change = Math.Sign(seen.RealSign - Target) * (double)seen.Samples / Ramp;
        var probability = Math.Clamp((controls.AugmentationProbability ?? 0) + change, 0, Most);
        return controls with { AugmentationProbability = probability };
    }

    /// <inheritdoc/>
    public IEnumerable<string> Problems(GanSetup setup)
    {
        if (!setup.Choices.OfType<IAugmentation>().Any())
            yield return $"Controllers has {nameof(AdaptiveAugmentation)}, but Augmentations is empty. Set Augmentations, for "
                + "example to AugmentationSets.Adaptive.";
    }
}
