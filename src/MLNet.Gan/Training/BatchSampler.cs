namespace MLNet.Gan;

/// <summary>An endless sequence of batches, in an order that depends on the seed.</summary>
internal sealed class BatchSampler(GanOptions options, SampleSet samples, Generator random) : IDisposable
{
    private readonly IEnumerator<long> _rows =
        samples.Rows(options.Seed, options.BalanceClasses, options.Packing).GetEnumerator();

    /// <summary>The next batch.</summary>
    public Batch Next(int size)
    {
        var rows = new long[size];
        for (var i = 0; i < size; i++)
        {
            _rows.MoveNext();
            rows[i] = _rows.Current;
        }

        var batch = samples[rows];
        return options.HorizontalFlips
            ? batch with { Samples = HorizontalFlips.Apply(batch.Samples, random) }
            : batch;
    }

    public void Dispose() => _rows.Dispose();
}
