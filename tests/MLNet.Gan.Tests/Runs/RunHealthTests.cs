using MLNet.Gan.Reports;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Runs;

/// <summary>The health section of a report, from runs made by hand.</summary>
[TestClass]
public sealed class RunHealthTests
{
    private static readonly Finding Odd = new(4000, "It is odd.") { Kind = "Oscillation", Since = 3000, Advice = "Change it." };
    private static readonly Finding Fatal = new(5000, "It is NaN.", IsFatal: true) { Kind = "Divergence" };
    private static readonly Intervention Done = new(4000, "Oscillation", "factor of the learning rates 1 → 0.5", 2000);

    [TestMethod]
    public void Of_ARunWithoutScores_SaysTheReturnedStep() =>
        Assert.AreEqual("Healthy; returned step 6000.", RunHealth.Of(Run()));

    // 100 · (2 − 1.94) / 2 = 3.
    [TestMethod]
    public void Of_AHealthyRun_SaysHowMuchBetterTheReturnedOneIs() => Assert.AreEqual(
        "Healthy; returned step 5400 with a score of 1.94 (95 % interval 1.9 to 1.98), 3 % better than the last (2).",
        RunHealth.Of(Run() with { ReturnedStep = 5400, Scores = [new(5000, 4), new(5400, 1.94) { Interval = new(1.9, 1.98, 0.95) }, new(6000, 2)] }));

    [TestMethod]
    public void Of_ARunThatReturnedItsLast_SaysOfHowMany()
    {
        Assert.AreEqual(
            "Healthy; returned step 6000 with a score of 2, the best of 2 scores.", RunHealth.Of(Run() with { Scores = [new(5000, 4), new(6000, 2)] }));
        Assert.AreEqual("Healthy; returned step 6000 with a score of 2, the best of 1 score.", RunHealth.Of(Run() with { Scores = [new(6000, 2)] }));
    }

    [TestMethod]
    public void Of_ARunThatReturnedItsLastBehindTheBest_SaysWhy()
    {
        // Half of 1.9 to 1.98 is 0.04, and 0.04 / 1.96 = 0.0204 the standard error.
        var run = Run() with { BestStep = 5400, Scores = [new(5400, 1.94) { Interval = new(1.9, 1.98, 0.95) }, new(6000, 1.96)] };

        Assert.AreEqual(
            "Healthy; returned step 6000 with a score of 1.96, the last, within a standard error of the best, 1.94 at step 5400.", RunHealth.Of(run));
        Assert.AreEqual(
            "Healthy; returned step 6000 with a score of 1.97, the last; the best was 1.94 at step 5400.",
            RunHealth.Of(run with { Scores = [run.Scores[0], new(6000, 1.97)] }));
    }

    [TestMethod]
    public void Of_ARunWhoseSamplesWereNotCompared_DoesNotCallItHealthy()
    {
        var run = Run() with { Reports = [Histories.Sound(6000)] };

        Assert.AreEqual("Not watched: no generated samples were compared with real ones; returned step 6000.", RunHealth.Of(run));
        Assert.Contains("Nothing was found, but no generated samples were compared with real ones.", TrainingReport.Of(run, "Seed = 1", "t").ToMarkdown());
    }

    [TestMethod]
    public void Of_ARunWhoseLastScoreIsInfinite_SaysSo() => Assert.AreEqual(
        "Healthy; returned step 5000 with a score of 4; the last one, 6000, has no finite score.",
        RunHealth.Of(Run() with { ReturnedStep = 5000, Scores = [new(5000, 4), new(6000, double.PositiveInfinity)] }));

    [TestMethod]
    public void Of_AFailedRun_SaysWhen() => Assert.AreEqual("Failed at step 5000; returned step 6000.", RunHealth.Of(Run(Odd, Fatal)));

    [TestMethod]
    public void Of_AFindingWithoutReaction_NamesTheKinds() =>
        Assert.AreEqual("Not healthy (Oscillation, Plateau); returned step 6000.", RunHealth.Of(Run(Odd, Odd with { Kind = "Plateau" }, Odd)));

    [TestMethod]
    public void Of_ACorrectedRun_CountsTheReactions()
    {
        Assert.AreEqual("Not healthy, reacted once (Oscillation); returned step 6000.", RunHealth.Of(Run(Odd) with { Interventions = [Done] }));
        Assert.AreEqual("Not healthy, reacted 2 times (Oscillation); returned step 6000.", RunHealth.Of(Run(Odd) with { Interventions = [Done, Done] }));
    }

    [TestMethod]
    public void Entries_AreInOrderOfTheirSteps() => CollectionAssert.AreEqual(
        new ReportFinding[]
        {
            new("It is odd. Change it.", "step 3000 to 4000"),
            new("Reaction to Oscillation: back to the networks of step 2000, factor of the learning rates 1 → 0.5.", "step 4000"),
            new("It is NaN.", "step 5000", IsSerious: true),
        },
        RunHealth.Entries(Run(Fatal, Odd) with { Interventions = [Done] }).ToArray());

    [TestMethod]
    public void Report_BeginsWithHealth_AndMarksFindingsOnEveryCurve()
    {
        var run = Run(Odd) with
        {
            Reports = [Histories.Sound(1000), Histories.Sound(6000) with { Samples = Histories.Samples }],
            Scores = [new(6000, 2)],
        };

        var report = TrainingReport.Of(run, "Seed = 1", "t");

        var health = (FindingSection)report.Sections[0];
        Assert.AreEqual(("Health", RunHealth.Of(run)), (health.Title, health.Lead));
        ChartSection[] charts = [.. report.Sections.OfType<ChartSection>()];
        CollectionAssert.AreEqual(
            new[] { "Score during training", "Generated against real samples", "Losses", "Logits", "Gradient norms" },
            charts.Select(chart => chart.Title).ToArray());
        foreach (var chart in charts)
            Assert.AreEqual(new ChartMark(3000, "Oscillation"), Assert.ContainsSingle(chart.Marks), chart.Title);
        Assert.Contains("Not healthy (Oscillation)", report.ToHtml());
        Assert.Contains("Not healthy (Oscillation)", report.ToMarkdown());
    }

    private static TrainingRun Run(params Finding[] findings) => new(6000, false, TimeSpan.FromSeconds(5), [Histories.Sound(6000) with { Samples = Histories.Samples }], findings, []);
}
