namespace MLNet.Gan;

/// <summary>An architecture whose networks grow while they are trained.</summary>
/// <remarks>
/// Both networks it creates are <see cref="IGrowingNetwork"/>s. Samples have their full size in every phase, so only
/// the trainer, which calls <see cref="IGrowingNetwork.GrowTo"/>, depends on phases.
/// </remarks>
public interface IGrowingArchitecture : IArchitecture
{
    /// <summary>Returns the phase of the networks for a shape after a number of images; a pure function.</summary>
    /// <param name="images">The number of real images of all steps, a batch of each, at least 0.</param>
    /// <param name="shape">The shape of the samples, which determines the number of levels.</param>
    Phase PhaseAt(long images, SampleShape shape);
}
