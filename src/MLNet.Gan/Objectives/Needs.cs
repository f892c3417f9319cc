namespace MLNet.Gan;

/// <summary>What a regularizer cannot do without. <c>Fit</c> looks after it before training.</summary>
[Flags]
public enum Needs
{
    /// <summary>Samples and logits, which every run has.</summary>
    Nothing = 0,

    /// <summary>A discriminator that tells its features: one that is an <c>IFeatureDiscriminator</c>.</summary>
    Features = 1,

    /// <summary>Data with classes.</summary>
    Classes = 2,

    /// <summary>A discriminator whose logit of a sample depends on no other sample of the batch.</summary>
    SingleSamples = 4,

    /// <summary>Both players' losses at once, as functions of both players' parameters.</summary>
    BothLosses = 8,

    /// <summary>
    /// Parameters alone: it counts once in a generator's turn, however many discriminators judge.
    /// </summary>
    Parameters = 16,
}
