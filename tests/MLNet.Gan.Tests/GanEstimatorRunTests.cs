using Microsoft.ML;
using Microsoft.ML.Runtime;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests;

/// <summary>Canceling, telling and choosing the device.</summary>
[TestClass]
public sealed class GanEstimatorRunTests
{
    private readonly MLContext _context = new(seed: 1);

    [TestMethod]
    public void Fit_CanceledBefore_ReturnsAnUntrainedGeneratorThatSaysSo()
    {
        using var model = Fit(TestData.Options, new() { CancellationToken = new CancellationToken(canceled: true) });

        Assert.IsTrue(model.IsCanceled);
        Assert.IsTrue(model.Run!.IsCanceled);
        Assert.AreEqual(0, model.Run.Steps);
        Assert.IsTrue(TestData.Read(model.Generate(3)).SelectMany(sample => sample).All(float.IsFinite));
    }

    [TestMethod]
    [DataRow(2, true)]
    [DataRow(5, false, DisplayName = "behind the last step there is nothing to cancel")]
    public void Fit_CanceledWhenToldOfAStep_EndsBehindIt(int step, bool isCanceled)
    {
        using var source = new CancellationTokenSource();
        using var model = Fit(TestData.Options with { Steps = 5, ReportInterval = 1 }, new()
        {
            CancellationToken = source.Token,
            Progress = new SynchronousProgress<TrainingProgress>(progress =>
            {
                if (progress.Step == step)
                    source.Cancel();
            }),
        });

        Assert.AreEqual(step, model.Run!.Steps);
        Assert.AreEqual(isCanceled, model.IsCanceled);
        Assert.HasCount(4, TestData.Read(model.Transform(TestData.Points(4))));
    }

    [TestMethod]
    public void Fit_TellsMLNetsLogOfEveryReport()
    {
        var messages = Listen();

        using var model = Fit(TestData.Options with { Steps = 5, ReportInterval = 2 });

        var told = messages.Where(message => message is { Source: "MLNet.Gan; Training", Kind: ChannelMessageKind.Info })
            .Select(message => message.RawMessage[..message.RawMessage.IndexOf(',')]).ToArray();
        CollectionAssert.AreEqual(new[] { "step 2 of 5", "step 4 of 5", "step 5 of 5" }, told);
    }

    [TestMethod]
    public void Fit_WhenCanceled_WarnsInMLNetsLog()
    {
        var messages = Listen();

        using var model = Fit(TestData.Options, new() { CancellationToken = new CancellationToken(canceled: true) });

        var warning = Assert.ContainsSingle(messages.Where(message => message.Kind == ChannelMessageKind.Warning));
        Assert.AreEqual("Canceled after 0 of 3 steps.", warning.RawMessage);
        Assert.AreEqual("MLNet.Gan; Training", warning.Source);
    }

    [TestMethod]
    public void Fit_WhenAMonitorCallsItFatal_ThrowsItsFinding()
    {
        var options = TestData.Options with { ReportInterval = 1 };

        var thrown = Assert.ThrowsExactly<TrainingFailedException>(() => Fit(options, Guarded(new EndAt(2))));

        Assert.AreEqual("Training stopped at step 2: That is enough.", thrown.Message);
        CollectionAssert.AreEqual(new long[] { 1, 2 }, thrown.Run!.Reports.Select(report => report.Step).ToArray());
        Assert.AreEqual((2L, false, "That is enough."), (thrown.Run.Steps, thrown.Run.IsCanceled, thrown.Run.Findings.Single().Message));
    }

    [TestMethod]
    public void Fit_WhenAMonitorFindsSomething_WarnsInMLNetsLogAtOnce()
    {
        var messages = Listen();

        using var model = Fit(TestData.Options with { ReportInterval = 1 }, Guarded(new SayAt(2)));

        Assert.AreEqual(new Finding(2, "{0} is odd.") { Kind = nameof(SayAt) }, model.Run!.Findings.Single());
        var warning = Assert.ContainsSingle(messages.Where(message => message.Kind == ChannelMessageKind.Warning));
        Assert.AreEqual("MLNet.Gan; Training", warning.Source);
        Assert.AreEqual("Step 2: {0} is odd.", warning.RawMessage);
        var third = messages.FindIndex(message => message.RawMessage.StartsWith("step 3 of 3", StringComparison.Ordinal));
        Assert.IsGreaterThan(messages.IndexOf(warning), third);
    }

    [TestMethod]
    public void Fit_WhenAMonitorCallsItFatal_WritesAnErrorToMLNetsLog()
    {
        var messages = Listen();

        Assert.ThrowsExactly<TrainingFailedException>(
            () => Fit(TestData.Options with { ReportInterval = 1 }, Guarded(new EndAt(2))));

        Assert.AreEqual("Step 2: That is enough.",
            Assert.ContainsSingle(messages.Where(message => message.Kind == ChannelMessageKind.Error)).RawMessage);
    }

    [TestMethod]
    public void Fit_OnAGpuThatIsMissingWithoutFallback_NamesTheDevice()
    {
        if (cuda.is_available())
            Assert.Inconclusive("This machine has a GPU.");
        (_context.GpuDeviceId, _context.FallbackToCpu) = (3, false);

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => Fit(TestData.Options));

        StringAssert.StartsWith(thrown.Message, "MLContext.GpuDeviceId is 3, but no CUDA device is available.");
    }

    [TestMethod]
    public void Fit_OnAGpuThatIsMissingWithFallback_TrainsAndGeneratesOnTheCpu()
    {
        if (cuda.is_available())
            Assert.Inconclusive("This machine has a GPU.");
        (_context.GpuDeviceId, _context.FallbackToCpu) = (0, true);
        var messages = Listen();

        using var model = Fit(TestData.Options);

        Assert.HasCount(2, TestData.Read(model.Generate(2)));
        Assert.ContainsSingle(messages.Where(message => message.Kind == ChannelMessageKind.Warning
            && message.RawMessage.StartsWith("MLContext.GpuDeviceId is 0, but there is no such GPU", StringComparison.Ordinal)));
    }

    private GanTransformer Fit(GanOptions options, RunOptions? run = null) => _context.Gan.Trainers.Gan(options, run).Fit(TestData.Points(10));

    private static RunOptions Guarded(IMonitor monitor) => new() { Guard = new() { Monitors = [monitor] } };

    private List<LoggingEventArgs> Listen()
    {
        List<LoggingEventArgs> messages = [];
        _context.Log += (_, message) => messages.Add(message);
        return messages;
    }

    private sealed record SayAt(long Step) : IMonitor
    {
        public Finding? Observe(RunHistory history) => history.Latest.Step == Step ? new(history.Latest.Step, "{0} is odd.") : null;
    }

    private sealed record EndAt(long Step) : IMonitor
    {
        public Finding? Observe(RunHistory history) => history.Latest.Step < Step ? null : new(history.Latest.Step, "That is enough.", IsFatal: true);
    }
}
