namespace MLNet.Gan;

/// <summary>A network whose layers are faded in one after the other while it is trained.</summary>
/// <remarks>
/// It has all its parameters from the beginning and is made fully grown. Those that a phase does not use have no
/// gradient in it.
/// </remarks>
public interface IGrowingNetwork
{
    /// <summary>Grows, or shrinks, the network to a phase.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The network has no such level.</exception>
    void GrowTo(Phase phase);
}
