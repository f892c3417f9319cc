namespace MLNet.Gan;

/// <summary>Augments samples at random in front of every pass of a discriminator.</summary>
internal sealed class Augmenter(GanOptions options, Packing packing, Generator random)
{
    /// <summary>Whether a least probability changes that of the options, or one that a controller sets.</summary>
    public static bool IsRaisedBy(GanOptions options, long step, double least) => options.Augmentations.Count > 0
        && (least > options.AugmentationProbability.At(step)
            || options.Controllers.Any(controller => controller.Initialize(new()).AugmentationProbability is not null));

    /// <summary>The probability that a sample is augmented; 0 without augmentations.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="probability">The probability; null for that of the options.</param>
    /// <param name="least">The least probability.</param>
    public double Share(long step, double? probability, double least) =>
        options.Augmentations.Count == 0 ? 0 : Math.Max(least, probability ?? options.AugmentationProbability.At(step));

    /// <summary>The augmented packs.</summary>
    /// <param name="packs">Real or generated packs.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="probability">The probability that a sample is augmented; null for that of the options.</param>
    /// <param name="least">The least probability.</param>
    public Tensor Apply(Tensor packs, long step, double? probability, double least = 0)
    {
        var share = Share(step, probability, least);
        if (share <= 0)
            return packs;

        var draw = new AugmentationDraw(step, share, random);
        return packing.Pack(options.Augmentations.Aggregate(
            packing.Unpack(packs), (samples, augmentation) =>
                ReturnedValueCheck.Of(augmentation, samples, augmentation.Apply(samples, draw))));
    }
}
