namespace MLNet.Gan.Averages;

/// <summary>
/// A <see cref="HalfLifeAverage"/> being taken. It counts images, since batches may change their size.
/// </summary>
internal sealed class HalfLifeAveraging(HalfLifeAverage options, Tensor average) : IAveraging
{
    private readonly RememberedCount _images = new();

    public IReadOnlyList<Tensor> Memory => [_images.Memory];

    public void Follow(Tensor current, long step, int batchSize)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var horizon = Math.Min(options.HalfLife.At(step), options.RampUp * _images.Value ?? double.PositiveInfinity);
        var kept = Math.Pow(0.5, batchSize / horizon); // 0 when the horizon is
        using Scalar before = kept, now = 1 - kept;
        average.mul_(before).add_(current, alpha: now);
        _images.Value += batchSize;
    }

    public void Dispose() => _images.Dispose();
}
