using MLNet.Gan.Data;

namespace MLNet.Gan.Training;

/// <summary>Deals batches of the data, endlessly, in an order that the seed decides.</summary>
internal sealed class Dealer(GanOptions options, SampleSet samples, Generator random) : IDisposable
{
    private readonly IEnumerator<long> _rows =
        samples.Rows(options.Seed, options.BalanceClasses, options.Packing).GetEnumerator();

    /// <summary>The next samples.</summary>
    public Batch Deal(int size)
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
