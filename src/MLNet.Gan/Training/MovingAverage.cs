namespace MLNet.Gan.Training;

/// <summary>A copy of a network whose parameters and buffers follow it slowly (EMA).</summary>
internal sealed class MovingAverage : IDisposable
{
    private readonly FlatParameters _current;
    private readonly FlatParameters _average;
    private long _updates;

    /// <summary>An average that begins where the current network stands.</summary>
    /// <param name="current">The parameters to follow.</param>
    /// <param name="average">Those of another network of the same make.</param>
    public MovingAverage(FlatParameters current, FlatParameters average)
    {
        (_current, _average) = (current, average);
        using var _ = no_grad();
        average.Values.copy_(current.Values);
        average.Buffers.copy_(current.Buffers);
    }

    /// <summary>
    /// Moves a little towards the current network; at first quickly, by (1 + n)/(10 + n) after n updates.
    /// </summary>
    public void Follow(double decay)
    {
        using var _ = no_grad();
        var kept = Math.Min(decay, (1.0 + _updates) / (10.0 + _updates));
        _updates++;
        _average.Values.mul_(kept).add_(_current.Values, alpha: 1 - kept);
        _average.Buffers.mul_(kept).add_(_current.Buffers, alpha: 1 - kept);
    }

    public void Dispose() => _average.Dispose();
}
