using MLNet.Gan.Reports;

namespace MLNet.Gan;

/// <summary>
/// The training of a fitted generator as a report, to which an application can add its own sections.
/// </summary>
internal static class TrainingReport
{
    public static RunReport Of(TrainingRun run, string options, string title)
    {
        List<StepReport> compared = [.. run.Reports.Where(report => report.Samples is not null)];
        var outcome = run.IsCanceled ? "was canceled after" : "took";
        return new()
        {
            Title = title,
            Summary = $"The training {outcome} {run.Steps} steps in {TrainingProgress.Text(run.Elapsed)}.",
            Sections =
            [
                new FindingSection
                {
                    Title = "Health",
                    Lead = RunHealth.Of(run),
                    Findings = RunHealth.Entries(run),
                    WhenEmpty = compared.Count > 0 ? "No monitor found anything wrong."
                        : "Nothing was found, but no generated samples were compared with real ones.",
                },
                .. run.Scores.Count == 0 ? (IReportSection[])[] : [Scores(run)],
                .. compared.Count == 0 ? (IReportSection[])[] : [Chart("Generated against real samples", "share", isLog: false, run, compared,
                    ("diversity", report => report.Samples!.Diversity), ("coverage", report => report.Samples!.Coverage),
                    ("precision", report => report.Samples!.Precision))],
                Chart("Losses", "loss", isLog: false, run, run.Reports,
                    ("discriminator", report => report.DiscriminatorLoss),
                    ("generator", report => report.GeneratorLoss)),
                Chart("Logits", "mean logit", isLog: false, run, run.Reports,
                    ("real", report => report.MeanRealLogit), ("generated", report => report.MeanFakeLogit)),
                Chart("Gradient norms", "norm of the gradient", isLog: true, run, run.Reports,
                    ("discriminator", report => report.DiscriminatorGradientNorm),
                    ("generator", report => report.GeneratorGradientNorm)),
                new TextSection { Title = "Options", Text = $"{options}\n{run.Settings}".TrimEnd() },
            ],
        };
    }

    private static ChartSection Scores(TrainingRun run) => new()
    {
        Title = "Score during training",
        XLabel = "step",
        YLabel = "score",
        Marks = RunHealth.Marks(run),
        Series = [new("averaged generator", [.. run.Scores.Select(score => ((double)score.Step, score.Value))])],
    };

    private static ChartSection Chart(
        string title, string label, bool isLog, TrainingRun run, IReadOnlyList<StepReport> reports,
        params (string Name, Func<StepReport, double> Value)[] series) => new()
        {
            Title = title, XLabel = "step", YLabel = label, LogY = isLog, Marks = RunHealth.Marks(run),
            Series =
            [
                .. series.Select(one => new ChartSeries(
                    one.Name, [.. reports.Select(report => ((double)report.Step, one.Value(report)))])),
            ],
        };
}
