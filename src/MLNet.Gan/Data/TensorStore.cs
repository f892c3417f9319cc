namespace MLNet.Gan;

/// <summary>Samples in one tensor on the device; the store owns it.</summary>
internal sealed class TensorStore(Tensor samples) : ISampleStore
{
    public long[] Shape => samples.Sizes();

    public Device Device => samples.device;

    public long FileBytes => 0;

    public Tensor Gather(long[] rows) => samples.index_select(0, tensor(rows).SentTo(samples.device));

    public void Visit(long rows, Action<Tensor> visit)
    {
        var count = samples.size(0);
        for (var row = 0L; row < count; row += rows)
        {
            using var scope = NewDisposeScope();
            visit(samples.narrow(0, row, Math.Min(rows, count - row)));
        }
    }

    public void Update(long rows, Action<Tensor> update) => Visit(rows, update);

    public void Dispose() => samples.Dispose();
}
