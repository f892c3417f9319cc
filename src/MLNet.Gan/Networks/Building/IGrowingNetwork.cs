namespace MLNet.Gan;

/// <summary>A network whose layers are faded in one after another during training.</summary>
/// <remarks>
/// It is created with all its parameters and fully grown. Parameters that a phase does not use have no gradient in it.
/// </remarks>
public interface IGrowingNetwork
{
    /// <summary>Sets the phase of the network.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The network has no such level.</exception>
    void GrowTo(Phase phase);
}
