namespace MLNet.Gan;

/// <summary>
/// The state of a <see cref="HalfLifeAverage"/>. It counts images, since the batch size can change.
/// </summary>
internal sealed class HalfLifeAverageState(HalfLifeAverage options, Tensor average) : IWeightAverageState
{
    private readonly StateCounter _images = new();

    public IReadOnlyList<Tensor> StateTensors => [_images.StateTensor];

    public void Update(Tensor current, long step, int batchSize)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var horizon = Math.Min(options.HalfLife.At(step), options.RampUp * _images.Value ?? double.PositiveInfinity);
        var kept = Math.Pow(0.5, batchSize / horizon); // 0 when the horizon is 0.
        using Scalar before = kept, now = 1 - kept;
        average.mul_(before).add_(current, alpha: now);
        _images.Value += batchSize;
    }

    public void Dispose() => _images.Dispose();
}
