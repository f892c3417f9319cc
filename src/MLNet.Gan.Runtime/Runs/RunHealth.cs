using System.Globalization;
using MLNet.Gan.Reports;

namespace MLNet.Gan;

/// <summary>What the monitors and the scores say of a run, in a sentence for a person.</summary>
internal static class RunHealth
{
    public static string Of(TrainingRun run)
    {
        var fatal = run.Findings.FirstOrDefault(finding => finding.IsFatal);
        var kinds = run.Findings.Select(finding => finding.Kind).Distinct().ToList();
        var state = fatal is not null ? $"Failed at step {fatal.Step}"
            : kinds.Count == 0 ? IsWatched(run) ? "Healthy" : "Not watched: no generated samples were compared with real ones"
            : run.Interventions.Count > 0 ? $"Not healthy, reacted {Times(run.Interventions.Count)} ({string.Join(", ", kinds)})"
            : $"Not healthy ({string.Join(", ", kinds)})";
        return $"{state}; {Returned(run)}.";
    }

    /// <summary>Whether samples were compared, without which most monitors see nothing.</summary>
    public static bool IsWatched(TrainingRun run) => run.Reports.Any(report => report.Samples is not null);

    private static string Returned(TrainingRun run)
    {
        var step = string.Create(CultureInfo.InvariantCulture, $"returned step {run.ReturnedStep}");
        if (run.Scores is not [.., var last] || run.Scores.FirstOrDefault(score => score.Step == run.ReturnedStep) is not { } returned)
            return step;
        step += string.Create(CultureInfo.InvariantCulture, $" with a score of {returned.Value:G4}");
        if (returned.Interval is { } interval)
            step += string.Create(CultureInfo.InvariantCulture, $" ({100 * interval.Level:0} % interval {interval.Low:G4} to {interval.High:G4})");
        var difference = Math.Abs(last.Value - returned.Value) / Math.Abs(last.Value);
        return last.Step == returned.Step ? $"{step}, {Place(run, last)}"
            : !double.IsFinite(difference) ? $"{step}; the last one, {last.Step}, has no finite score"
            : string.Create(CultureInfo.InvariantCulture, $"{step}, {100 * difference:0.#} % better than the last ({last.Value:G4})");
    }

    private static string Place(TrainingRun run, StepScore last) =>
        run.BestStep == last.Step || run.Scores.FirstOrDefault(score => score.Step == run.BestStep) is not { } best
            ? $"the best of {Counted.Of(run.Scores.Count, "score")}"
            : last.IsAsGoodAs(best)
            ? string.Create(CultureInfo.InvariantCulture, $"the last, within a standard error of the best, {best.Value:G4} at step {best.Step}")
            : string.Create(CultureInfo.InvariantCulture, $"the last; the best was {best.Value:G4} at step {best.Step}");

    /// <summary>The findings and what was done about them, by step.</summary>
    public static IReadOnlyList<ReportFinding> Entries(TrainingRun run) =>
    [
        .. run.Findings.Select(finding => (finding.Step, Entry: new ReportFinding(
                finding.Advice.Length > 0 ? $"{finding.Message} {finding.Advice}" : finding.Message,
                finding.Since < finding.Step ? $"step {finding.Since} to {finding.Step}" : $"step {finding.Step}", finding.IsFatal)))
            .Concat(run.Interventions.Select(done => (done.Step, Entry: new ReportFinding($"Reaction to {done.Kind}: {done.What}.", $"step {done.Step}"))))
            .OrderBy(entry => entry.Step).Select(entry => entry.Entry),
    ];

    /// <summary>The findings as marks on curves over the steps.</summary>
    public static IReadOnlyList<ChartMark> Marks(TrainingRun run) =>
        [.. run.Findings.Select(finding => new ChartMark(finding.Since, finding.Kind))];

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";
}
