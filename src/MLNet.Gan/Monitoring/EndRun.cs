namespace MLNet.Gan;

/// <summary>Ends the run, which returns the best-scored generator.</summary>
public sealed record EndRun : IReaction
{
    /// <inheritdoc/>
    public bool EndsRun => true;
}
