namespace MLNet.Gan;

/// <summary>The sets of augmentations that papers recommend.</summary>
public static class AugmentationSets
{
    /// <summary>
    /// Color, translation and cutout, for every sample (DiffAugment; Zhao et al., 2020): for hundreds to some ten
    /// thousands of images.
    /// </summary>
    public static IReadOnlyList<IAugmentation> DiffAugment { get; } =
        [new ColorAugmentation(), new TranslationAugmentation(), new CutoutAugmentation()];

    /// <summary>
    /// Flips, quarter turns, translations, general geometry and color, of square images, for a share of the samples
    /// that is best steered (ADA; Karras et al., 2020a, "bgc").
    /// </summary>
    /// <remarks>
    /// At a probability above about 0.8 the generator begins to draw augmented images (fig. 3 there). The colors are
    /// those of <see cref="ColorAugmentation"/>; the paper also turns hues and exchanges dark and bright.
    /// </remarks>
    public static IReadOnlyList<IAugmentation> Adaptive { get; } =
    [
        new FlipAugmentation(), new QuarterTurnAugmentation(), new TranslationAugmentation(),
        new AffineAugmentation(), new ColorAugmentation(),
    ];
}
