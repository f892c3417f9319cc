namespace MLNet.Gan;

/// <summary>What a loss or a regularizer reads in a player's turn. The trainer computes that up front, and nothing else.</summary>
[Flags]
public enum Needs
{
    /// <summary>Samples, labels, latents and parameters, which are always there.</summary>
    Nothing = 0,

    /// <summary>The discriminator's logits of real samples.</summary>
    RealLogits = 1,

    /// <summary>The discriminator's logits of generated samples.</summary>
    FakeLogits = 2,

    /// <summary>The gradients of the logits with respect to the real samples.</summary>
    RealInputGradients = 4,

    /// <summary>The gradients of the logits with respect to the generated samples.</summary>
    FakeInputGradients = 8,

    /// <summary>The gradients of the logits with respect to samples of the regularizer's own.</summary>
    OwnInputGradients = 16,

    /// <summary>The discriminator's features of real samples, so one that is an <c>IFeatureDiscriminator</c>.</summary>
    RealFeatures = 32,

    /// <summary>The discriminator's features of generated samples, so one that is an <c>IFeatureDiscriminator</c>.</summary>
    FakeFeatures = 64,

    /// <summary>Data with classes.</summary>
    Classes = 128,

    /// <summary>Both players' losses, with graphs to the parameters of both.</summary>
    BothLosses = 256,

    /// <summary>
    /// Parameters alone: the term counts once in a generator's turn, however many discriminators there are.
    /// </summary>
    ParametersOnly = 512,

    /// <summary>The logits of real and of generated samples.</summary>
    Logits = RealLogits | FakeLogits,

    /// <summary>The features of real and of generated samples.</summary>
    Features = RealFeatures | FakeFeatures,

    /// <summary>Gradients with respect to samples, whose logits then may not depend on other samples of the batch.</summary>
    InputGradients = RealInputGradients | FakeInputGradients | OwnInputGradients,
}
