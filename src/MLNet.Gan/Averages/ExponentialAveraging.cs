namespace MLNet.Gan.Averages;

/// <summary>An <see cref="ExponentialAverage"/> being taken: all that it needs to know is the step.</summary>
internal sealed class ExponentialAveraging(ExponentialAverage options, Tensor average) : IAveraging
{
    public IReadOnlyList<Tensor> Memory => [];

    public void Follow(Tensor current, long step, int batchSize)
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
