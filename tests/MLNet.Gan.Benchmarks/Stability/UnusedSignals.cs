using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>What a run's reports and scores tell beside that which the monitors look at, in healthy and in failing runs.</summary>
/// <remarks>
/// A signal is useful where no healthy run has as large a value as failing ones. Losses are means of two reports; dispersion is the
/// standard deviation of ten of them in a row to their mean absolute value, and counts where they turn at least three times by half a deviation.
/// </remarks>
internal static class UnusedSignals
{
    private const int Window = 10, Scores = 6, Turns = 3;

    private static readonly (string Name, Func<TrainingRun, double> Of)[] Signals =
    [
        ("near-duplicates among generated samples", run => Last(run.Reports.Select(report => report.Samples?.DuplicateShare))),
        ("dispersion of the generator's loss that turns", run => Dispersion(run.Reports, report => report.GeneratorLoss)),
        ("dispersion of the discriminator's loss that turns", run => Dispersion(run.Reports, report => report.DiscriminatorLoss)),
        ("dispersion of the last six scores that turn", run => Turning([.. run.Scores.Select(score => score.Value).TakeLast(Scores)], Scores)),
    ];

    /// <summary>A row for each signal.</summary>
    public static IEnumerable<ReportValue[]> Rows(IReadOnlyList<StabilityPair> pairs)
    {
        var (healthy, failing) = (pairs.Where(pair => pair.Setting.IsHealthy).ToList(), pairs.Where(pair => pair.Onset is not null).ToList());
        foreach (var (name, of) in Signals)
        {
            var sound = healthy.Select(pair => of(pair.Watched.Run)).Order().ToList();
            var bad = failing.Select(pair => of(pair.Watched.Run)).Order().ToList();
            yield return [name, Middle(sound), sound[^1], Middle(bad), $"{bad.Count(value => value > sound[^1])} of {bad.Count}"];
        }
    }

    private static double Middle(List<double> sorted) => sorted[sorted.Count / 2];

    /// <summary>The median of the last five numbers.</summary>
    private static double Last(IEnumerable<double?> values)
    {
        var last = values.OfType<double>().TakeLast(5).Order().ToList();
        return last.Count == 0 ? 0 : Middle(last);
    }

    private static double Dispersion(IReadOnlyList<StepReport> reports, Func<StepReport, double> loss)
    {
        double[] means = [.. reports.Select(loss).Where(double.IsFinite).Chunk(2).Where(two => two.Length == 2).Select(two => two.Average())];
        return Enumerable.Range(Window, Math.Max(0, means.Length - 2 * Window + 1)) // Without the first ones, which differ in every run.
            .Select(start => Turning(means[start..(start + Window)], Window)).DefaultIfEmpty().Max();
    }

    /// <summary>The dispersion of values; 0 where there are too few of them, or they do not turn.</summary>
    private static double Turning(double[] values, int count)
    {
        if (values.Length < count)
            return 0;
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return OscillationMonitor.TurnsOf(values, deviation / 2) < Turns ? 0 : deviation / (values.Average(Math.Abs) + 1e-9);
    }
}
