namespace MLNet.Gan;

/// <summary>How long a step of a training takes.</summary>
internal static class StepTime
{
    private const int First = 5, Measured = 20, Batches = 4;

    /// <summary>How many rows are enough to measure with.</summary>
    public static long RowsFor(int batch) => (long)Batches * batch;

    /// <summary>Trains for some steps, and for some more, of which the difference counts.</summary>
    public static TimeSpan Measure(GanOptions options, SampleSet samples, Device device) =>
        (Of(options with { Steps = First + Measured }, samples, device) - Of(options with { Steps = First }, samples, device)) / Measured;

    private static TimeSpan Of(GanOptions options, SampleSet samples, Device device)
    {
        var run = new RunOptions { Guard = new() { Monitors = [] }, Scoring = null };
        using var trainer = new GanTrainer(options, run, samples, device, new(options, TimeProvider.System, _ => { }));
        using var gan = trainer.Train();
        return gan.Run.Elapsed;
    }
}
