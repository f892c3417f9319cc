namespace MLNet.Gan;

/// <summary>The sets of augmentations that the papers recommend.</summary>
public static class AugmentationSets
{
    /// <summary>
    /// Color, translation and cutout, applied to every sample (DiffAugment; Zhao et al., 2020). For data sets of
    /// hundreds to some ten thousands of images.
    /// </summary>
    public static IReadOnlyList<IAugmentation> DiffAugment { get; } =
        [new ColorAugmentation(), new TranslationAugmentation(), new CutoutAugmentation()];

    /// <summary>
    /// Flips, quarter turns, translations, general geometry and color, for square images and with an augmentation
    /// probability that is best adapted during training (ADA; Karras et al., 2020a, "bgc").
    /// </summary>
    /// <remarks>
    /// At a probability above about 0.8 the generator begins to generate augmented images (fig. 3 there). The colors
    /// are those of <see cref="ColorAugmentation"/>; the paper also rotates hues and inverts luma.
    /// </remarks>
    public static IReadOnlyList<IAugmentation> Adaptive { get; } =
    [
        new FlipAugmentation(), new QuarterTurnAugmentation(), new TranslationAugmentation(),
        new AffineAugmentation(), new ColorAugmentation(),
    ];
}
