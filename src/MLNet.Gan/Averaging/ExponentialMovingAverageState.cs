namespace MLNet.Gan;

/// <summary>The state of an <see cref="ExponentialMovingAverage"/>. It is the average alone.</summary>
internal sealed class ExponentialMovingAverageState(ExponentialMovingAverage options, Tensor average) : IWeightAverageState
{
    public IReadOnlyList<Tensor> StateTensors => [];

    public void Update(Tensor current, long step, int batchSize)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var kept = Math.Min(options.Decay.At(step), options.RampsUp ? (1.0 + step) / (10.0 + step) : 1);
        using Scalar before = kept, now = 1 - kept;
        average.mul_(before).add_(current, alpha: now);
    }

    public void Dispose()
    {
    }
}
