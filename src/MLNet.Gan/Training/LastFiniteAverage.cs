namespace MLNet.Gan;

/// <summary>The averaged generator at the last report with finite weights, for a run that fails without a score.</summary>
internal sealed class LastFiniteAverage(GanNetworks networks) : IDisposable
{
    private readonly Tensor _state = networks.AverageState.clone().DetachFromDisposeScope();

    /// <summary>The weights and buffers [P + B].</summary>
    public Tensor State => _state;

    /// <summary>Their step; null before the first one.</summary>
    public long? Step { get; private set; }

    /// <summary>The number of images from which growing networks had their phase then.</summary>
    public long Images { get; private set; }

    /// <summary>Keeps the average as it is now, if it is finite.</summary>
    public void Keep(long step, long images)
    {
        if (!networks.AreFinite)
            return;
        using var _ = no_grad();
        _state.copy_(networks.AverageState);
        (Step, Images) = (step, images);
    }

    public void Dispose() => _state.Dispose();
}
