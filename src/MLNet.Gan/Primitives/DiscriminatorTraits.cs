namespace MLNet.Gan;

/// <summary>The properties of a discriminator that regularizers are checked against.</summary>
/// <param name="Name">The name of its class.</param>
/// <param name="HasFeatures">Whether its output includes features.</param>
/// <param name="NormalizesByBatch">Whether the logit of a sample depends on the rest of the batch.</param>
public sealed record DiscriminatorTraits(string Name, bool HasFeatures, bool NormalizesByBatch);
