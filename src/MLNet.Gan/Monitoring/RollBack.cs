namespace MLNet.Gan;

/// <summary>
/// Restores networks and optimizers to those of the best score; to those of the start where there is no finite score yet, or where the
/// best was failing already.
/// </summary>
/// <remarks>
/// Combine it with a reaction that changes something: the same settings would fail again. Steps, data and random numbers go on.
/// </remarks>
public sealed record RollBack : IReaction
{
    /// <inheritdoc/>
    public bool RollsBack => true;
}
