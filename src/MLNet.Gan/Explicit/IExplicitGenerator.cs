namespace MLNet.Gan;

/// <summary>A generator whose derivatives may be written out.</summary>
internal interface IExplicitGenerator
{
    /// <summary>Returns samples; null if the derivatives of a layer are not written out.</summary>
    /// <param name="latents">The latents [N, latent size].</param>
    /// <param name="labels">The classes or conditions; null for none.</param>
    GeneratedSamples? Explicit(Tensor latents, Tensor? labels);
}
