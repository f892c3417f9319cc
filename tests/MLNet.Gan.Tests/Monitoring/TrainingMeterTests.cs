using System.Diagnostics.Metrics;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Training;

namespace MLNet.Gan.Tests.Monitoring;

/// <summary>What a listener that knows only the meter's name sees of a run. No other run may go on meanwhile.</summary>
[TestClass, DoNotParallelize]
public sealed class TrainingMeterTests
{
    private readonly List<(string Instrument, string Tag, double Value)> _seen = [];

    [TestMethod]
    public void Train_IsSeenByAListener()
    {
        set_num_threads(1);
        IReadOnlyList<StepReport> reports = [];
        using (Listener())
            Trained.Run(
                Some.Options with { Steps = 5, ReportInterval = 2 },
                gan => reports = gan.Run.Reports, monitors: [new OddMonitor()]);

        CollectionAssert.AreEqual(new double[] { 2, 2, 1 }, Values("mlnet_gan.steps"));
        CollectionAssert.AreEqual(
            reports.Select(report => report.DiscriminatorLoss).ToArray(), Values("mlnet_gan.loss", "player=discriminator"));
        CollectionAssert.AreEqual(
            reports.Select(report => report.GeneratorLoss).ToArray(), Values("mlnet_gan.loss", "player=generator"));
        CollectionAssert.AreEqual(
            reports.Select(report => report.DiscriminatorGradientNorm).ToArray(),
            Values("mlnet_gan.gradient_norm", "player=discriminator"));
        CollectionAssert.AreEqual(
            reports.Select(report => report.GeneratorGradientNorm).ToArray(), Values("mlnet_gan.gradient_norm", "player=generator"));
        CollectionAssert.AreEqual(
            reports.Select(report => report.Accuracy).ToArray(), Values("mlnet_gan.discriminator.accuracy"));
        Assert.HasCount(3, Values("mlnet_gan.steps_per_second"));
        CollectionAssert.AreEqual(new double[] { 1 }, Values("mlnet_gan.findings", "kind=Odd")); // of steps 2, 4 and 5
    }

    [TestMethod]
    public void Train_ComparedAndScored_ShowsSamplesAndScores()
    {
        set_num_threads(1);
        TrainingRun? run = null;
        using (Listener())
            Trained.Run(
                Some.Options with { Steps = 5 }, gan => run = gan.Run,
                run: new() { Guard = Guard.Watch with { Interval = 2 }, Scoring = new() { Interval = 2, Samples = 8 } });

        SampleStatistics[] compared = [.. run!.Reports.Select(report => report.Samples).OfType<SampleStatistics>()];
        Assert.HasCount(2, compared); // of steps 2 and 4
        CollectionAssert.AreEqual(compared.Select(samples => samples.Diversity).ToArray(), Values("mlnet_gan.samples.diversity"));
        CollectionAssert.AreEqual(compared.Select(samples => samples.Coverage).ToArray(), Values("mlnet_gan.samples.coverage"));
        CollectionAssert.AreEqual(run.Scores.Select(score => score.Value).ToArray(), Values("mlnet_gan.score")); // of steps 2, 4 and 5
        Assert.HasCount(3, run.Scores);
    }

    private MeterListener Listener()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "MLNet.Gan")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => See(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => See(instrument, value, tags));
        listener.Start();
        return listener;
    }

    private void See(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _seen.Add(
        (instrument.Name, string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")), value));

    private double[] Values(string instrument, string tag = "") =>
        [.. _seen.Where(seen => (seen.Instrument, seen.Tag) == (instrument, tag)).Select(seen => seen.Value)];

    private sealed record OddMonitor : IMonitor
    {
        public Finding? Observe(RunHistory history) => history.Latest.Step % 2 == 1 ? new(history.Latest.Step, "Odd.") : null;
    }
}
