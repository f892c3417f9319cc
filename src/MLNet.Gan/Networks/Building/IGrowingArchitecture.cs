namespace MLNet.Gan;

/// <summary>An architecture whose networks grow while they are trained.</summary>
/// <remarks>
/// Both networks it creates are <see cref="IGrowingNetwork"/>s. Samples have their full size in every phase, so nothing
/// but the trainer, which calls <see cref="IGrowingNetwork.GrowTo"/>, need know of phases.
/// </remarks>
public interface IGrowingArchitecture : IArchitecture
{
    /// <summary>The phase in which networks for a shape are after a number of images, a pure function.</summary>
    /// <param name="images">How many real images the discriminator has been shown, at least 0.</param>
    /// <param name="shape">The shape of the samples, which decides how far the networks grow.</param>
    Phase PhaseAt(long images, SampleShape shape);
}
