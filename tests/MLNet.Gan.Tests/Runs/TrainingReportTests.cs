using Microsoft.ML;
using MLNet.Gan.Reports;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests.Runs;

[TestClass]
public sealed class TrainingReportTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    public void Report_OfATrainedGenerator_ShowsItsCurvesAndOptions()
    {
        using var model = Fit(TestData.Options with { Steps = 4, ReportInterval = 1 });

        var report = model.Report("Points");

        (string Title, string Series, Func<StepReport, double> Value)[] curves =
        [
            ("Losses", "discriminator", step => step.DiscriminatorLoss), ("Losses", "generator", step => step.GeneratorLoss),
            ("Logits", "real", step => step.MeanRealLogit), ("Logits", "generated", step => step.MeanFakeLogit),
            ("Gradient norms", "discriminator", step => step.DiscriminatorGradientNorm),
            ("Gradient norms", "generator", step => step.GeneratorGradientNorm),
        ];
        foreach (var (title, name, value) in curves)
        {
            var chart = report.Sections.OfType<ChartSection>().Single(section => section.Title == title);
            CollectionAssert.AreEqual(
                model.Run!.Reports.Select(step => ((double)step.Step, value(step))).ToList(),
                chart.Series.Single(series => series.Name == name).Points.ToList(), $"{title}: {name}");
        }

        Assert.HasCount(4, model.Run!.Reports);
        StringAssert.StartsWith(report.Summary, "The training took 4 steps");
    }

    [TestMethod]
    public void ToHtml_OfAReport_HoldsTitleChartsAndOptions()
    {
        var html = TestData.Plain.Report("Points on a plane").ToHtml();

        foreach (var text in new[]
        {
            "Points on a plane", "Losses", "Logits", "Gradient norms", "BatchSize = 8", "Steps = 3",
            "Nothing was found, but no generated samples were compared with real ones.",
        })
            StringAssert.Contains(html, text);
    }

    [TestMethod]
    public void Report_WithFindings_TellsThem()
    {
        using var model = Fit(TestData.Options with { ReportInterval = 3 }, new() { Guard = new() { Monitors = [new Remark()] } });

        var finding = Assert.ContainsSingle(model.Report("Points").Sections.OfType<FindingSection>().Single().Findings);

        Assert.AreEqual(new ReportFinding("A remark.", "step 3", false), finding);
    }

    [TestMethod]
    public void Report_OfACanceledRun_SaysSo()
    {
        using var model = Fit(TestData.Options, new() { CancellationToken = new CancellationToken(canceled: true) });

        StringAssert.StartsWith(model.Report("Points").Summary, "The training was canceled after 0 steps");
        StringAssert.Contains(model.Report("Points").ToHtml(), "was canceled after 0 steps");
    }

    [TestMethod]
    public void Report_OfALoadedGenerator_SaysWhereToGetIt()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.gan");
        try
        {
            TestData.Plain.Save(path);
            using var loaded = Context.Gan.Load(path);

            var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => loaded.Report("Points"));

            StringAssert.Contains(thrown.Message, "Create the report from the transformer that Fit returned.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static GanTransformer Fit(GanOptions options, RunOptions? run = null) => Context.Gan.Trainers.Gan(options, run).Fit(TestData.Points(10));

    private sealed record Remark : IMonitor
    {
        public Finding? Observe(RunHistory history) => new(history.Latest.Step, "A remark.", IsFatal: false);
    }
}
