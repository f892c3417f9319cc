namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>The findings of today's monitors in a run that was kept, which are the same as during the run: monitors are pure.</summary>
internal static class Replay
{
    public static IReadOnlyList<Finding> Of(StabilityRun kept, GanOptions options)
    {
        var (reports, scores) = (kept.Run.Reports, kept.Run.Scores);
        using var guard = new RunGuard(Guard.Watch, options, networks: null!);
        return
        [
            .. Enumerable.Range(1, reports.Count).SelectMany(count => guard.Observe(
                [.. reports.Take(count)], [.. scores.Where(score => score.Step < reports[count - 1].Step)], hasBest: false).Findings),
        ];
    }
}
