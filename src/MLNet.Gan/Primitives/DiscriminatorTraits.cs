namespace MLNet.Gan;

/// <summary>What regularizers must know of a discriminator that the options create.</summary>
/// <param name="Name">The name of its class.</param>
/// <param name="HasFeatures">Whether it returns its features.</param>
/// <param name="NormalizesByBatch">Whether the logit of a sample depends on the others of the batch.</param>
public sealed record DiscriminatorTraits(string Name, bool HasFeatures, bool NormalizesByBatch);
