namespace MLNet.Gan;

/// <summary>The state of a <see cref="TailAverage"/>: a ring buffer of snapshots and their sum.</summary>
/// <remarks>
/// A snapshot adds the newest to the sum and subtracts the oldest, so its cost does not depend on their number. The sum
/// does not drift: it is in double precision, where subtracting a float that was added before is exact in most cases;
/// the remaining errors need hundreds of millions of snapshots to reach the rounding of one float.
/// </remarks>
internal sealed class TailAverageState(TailAverage options, Tensor average) : IWeightAverageState
{
    private readonly StateCounter _taken = new();
    private readonly Tensor _sum = zeros_like(average, dtype: ScalarType.Float64).DetachFromDisposeScope();
    private readonly Tensor[] _ring =
        [.. Enumerable.Range(0, options.Count).Select(_ => zeros_like(average).DetachFromDisposeScope())];

    public IReadOnlyList<Tensor> StateTensors => [_taken.StateTensor, _sum, .. _ring];

    public void Update(Tensor current, long step, int batchSize)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        if ((step + 1) % options.Interval == 0)
            Take(current);
        else if (_taken.Value == 0)
            average.copy_(current);
    }

    public void Dispose()
    {
        _taken.Dispose();
        _sum.Dispose();
        foreach (var state in _ring)
            state.Dispose();
    }

    private void Take(Tensor current)
    {
        var oldest = _ring[_taken.Value % options.Count];
        _sum.sub_(oldest).add_(current, alpha: Arithmetic.One);
        oldest.copy_(current);
        _taken.Value++;
        average.copy_(_sum.Over(Math.Min(_taken.Value, options.Count)));
    }
}
