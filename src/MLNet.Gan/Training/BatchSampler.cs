namespace MLNet.Gan;

/// <summary>Deals batches of the data, endlessly, in an order that the seed decides.</summary>
internal sealed class BatchSampler(GanOptions options, SampleSet samples, Generator random) : IDisposable
{
    private readonly IEnumerator<long> _rows =
        samples.Rows(options.Seed, options.BalanceClasses, options.Packing).GetEnumerator();

    /// <summary>The next samples.</summary>
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
