namespace MLNet.Gan;

/// <summary>A discriminator that returns its features and heads in addition to the logits.</summary>
public interface IFeatureDiscriminator
{
    /// <summary>Returns logits, features and heads, computed in one forward pass.</summary>
    /// <param name="samples">Samples [N, …].</param>
    /// <param name="labels">Their classes [N] of 64-bit integers; null without classes.</param>
    DiscriminatorOutput ForwardWithFeatures(Tensor samples, Tensor? labels);
}
