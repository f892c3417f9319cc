using MLNet.Gan.Reports;

namespace MLNet.Gan;

/// <summary>
/// The training of a fitted generator as a report, to which an application can add its own sections.
/// </summary>
internal static class TrainingReport
{
    public static RunReport Of(TrainingRun run, string options, string title)
    {
        var outcome = run.IsCanceled ? "was canceled after" : "took";
        return new()
        {
            Title = title,
            Summary = $"The training {outcome} {run.Steps} steps in {TrainingProgress.Text(run.Elapsed)}.",
            Sections =
            [
                Chart("Losses", "loss", isLog: false, run.Reports,
                    ("discriminator", report => report.DiscriminatorLoss),
                    ("generator", report => report.GeneratorLoss)),
                Chart("Logits", "mean logit", isLog: false, run.Reports,
                    ("real", report => report.MeanRealLogit), ("generated", report => report.MeanFakeLogit)),
                Chart("Gradient norms", "norm of the gradient", isLog: true, run.Reports,
                    ("discriminator", report => report.DiscriminatorGradientNorm),
                    ("generator", report => report.GeneratorGradientNorm)),
                new FindingSection
                {
                    Title = "Findings",
                    Findings =
                    [
                        .. run.Findings.Select(finding =>
                            new ReportFinding(finding.Message, $"step {finding.Step}", finding.IsFatal)),
                    ],
                    WhenEmpty = "No monitor found anything wrong.",
                },
                new TextSection { Title = "Options", Text = options },
            ],
        };
    }

    private static ChartSection Chart(
        string title, string label, bool isLog, IReadOnlyList<StepReport> reports,
        params (string Name, Func<StepReport, double> Value)[] series) => new()
        {
            Title = title, XLabel = "step", YLabel = label, LogY = isLog,
            Series =
            [
                .. series.Select(one => new ChartSeries(
                    one.Name, [.. reports.Select(report => ((double)report.Step, one.Value(report)))])),
            ],
        };
}
