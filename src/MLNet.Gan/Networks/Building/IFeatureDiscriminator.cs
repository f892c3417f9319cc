namespace MLNet.Gan;

/// <summary>A discriminator that says more of a sample than one logit.</summary>
public interface IFeatureDiscriminator
{
    /// <summary>The whole verdict, of one forward pass.</summary>
    /// <param name="samples">Samples [N, …].</param>
    /// <param name="labels">Their classes [N] of 64-bit integers; null without classes.</param>
    DiscriminatorOutput ForwardWithFeatures(Tensor samples, Tensor? labels);
}
