namespace MLNet.Gan;

/// <summary>An endless sequence of batches, in an order that depends on the seed.</summary>
internal sealed class BatchSampler(GanOptions options, SampleSet samples, Generator random) : IDisposable
{
    private readonly IEnumerator<SampleDraw> _draws =
        samples.Draws(options.Seed, options.BalanceClasses, options.Packing).GetEnumerator();

    /// <summary>The number of rows drawn so far.</summary>
    public long Drawn { get; private set; }

    /// <summary>The next batch.</summary>
    public Batch Next(int size)
    {
        var draws = new SampleDraw[size];
        for (var i = 0; i < size; i++)
            draws[i] = NextDraw();

        var batch = samples[draws];
        return options.HorizontalFlips
            ? batch with { Samples = HorizontalFlips.Apply(batch.Samples, random) }
            : batch;
    }

    /// <summary>Draws rows and drops them, until so many are drawn in all.</summary>
    public void SkipTo(long drawn)
    {
        while (Drawn < drawn)
            NextDraw();
    }

    private SampleDraw NextDraw()
    {
        _draws.MoveNext();
        Drawn++;
        return _draws.Current;
    }

    public void Dispose() => _draws.Dispose();
}
