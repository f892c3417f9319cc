using Microsoft.ML;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests;

/// <summary>Scores while training, as a user meets them.</summary>
[TestClass]
public sealed class GanEstimatorScoringTests
{
    private static readonly GanOptions Options = TestData.Options with { Steps = 6 };

    [TestMethod]
    public void Fit_Scored_SaysWhichStepItReturns()
    {
        var context = new MLContext(seed: 1);
        List<string> messages = [];
        context.Log += (_, message) => messages.Add(message.RawMessage);

        using var model = Fit(Options, new() { Interval = 2, Samples = 50 }, context);

        var run = model.Run!;
        CollectionAssert.AreEqual(new long[] { 2, 4, 6 }, run.Scores.Select(score => score.Step).ToArray());
        var best = run.Scores.MinBy(score => score.Value)!;
        Assert.AreEqual(best.Step, run.ReturnedStep);
        Assert.Contains(message => message.StartsWith(
            $"Returned: step {best.Step} with a score of {best.Value}; the last scored step, 6, has {run.Scores[^1].Value}. Scoring took ",
            StringComparison.Ordinal), messages);
        Assert.IsTrue(run.ScoringTime > TimeSpan.Zero && run.ScoringTime < run.Elapsed, $"{run.ScoringTime} of {run.Elapsed}");
        Assert.IsTrue(run.WatchingTime > TimeSpan.Zero && run.WatchingTime < run.Elapsed, $"{run.WatchingTime} of {run.Elapsed}");
        var html = model.Report("scored").ToHtml();
        Assert.Contains($"returned step {best.Step} with a score of ", html);
        Assert.Contains("Score during training", html);
        Assert.Contains("Scoring.Samples = 50", html);
        Assert.Contains("Guard.0.DivergenceMonitor = ", html);
    }

    [TestMethod]
    public void Fit_Scored_MeasuresWhatTheEvaluatorWould()
    {
        using var model = Fit(Options, new() { Interval = 6, Samples = 50, HoldOut = 0.5, Metric = new FrechetInceptionDistance() });

        Assert.IsGreaterThan(0, model.Run!.Scores.Single().Value);
    }

    [TestMethod]
    public void Fit_WithALargeHoldOut_SaysThatTheRowsAreMissing()
    {
        var e = Assert.ThrowsExactly<InvalidOperationException>(() => Fit(Options, new() { Interval = 2, HoldOut = 0.7 }));

        Assert.AreEqual(
            "BatchSize is 8, but column 'Features' has 20 rows, of which 14 are held out for the scoring. Choose a BatchSize of "
                + "at most 6.", e.Message);
    }

    [TestMethod]
    public void Fit_WithANetworkOfAnotherShape_SaysSo()
    {
        var e = Assert.ThrowsExactly<InvalidOperationException>(() => Fit(Options, new() { Features = new Three() }));

        Assert.AreEqual(
            "ScoringOptions.Features takes 3 values, but a sample of Vector(2) has 2. Use a network for this shape.", e.Message);
    }

    [TestMethod]
    public void Fit_WithANetworkOfFeatures_ComparesSamplesInTheirOwnUnits()
    {
        var network = new Seen();
        using var model = TestData.Context.Gan.Trainers.Gan(
            Options with { Standardizes = true }, new() { Scoring = new() { Interval = 2, Features = network, Samples = 6, HoldOut = 0.2 } })
            .Fit(TestData.Points(20));

        // Points near (−1, −1) and (1, 1), give or take 0.1 (TestData.Rows).
        Assert.HasCount(8, network.First);
        Assert.IsTrue(Array.TrueForAll(network.First, value => Math.Abs(Math.Abs(value) - 1) <= 0.11f), string.Join(' ', network.First));
    }

    [TestMethod]
    public void MetricFor_OfFewerSamplesThanFeatures_IsTheKernelDistance()
    {
        var scoring = new ScoringOptions { Features = new Three(features: 3), Samples = 2 };

        Assert.IsInstanceOfType<KernelInceptionDistance>(scoring.MetricFor(SampleShape.Vector(3), real: 100));
        Assert.IsInstanceOfType<KernelInceptionDistance>((scoring with { Samples = 100 }).MetricFor(SampleShape.Vector(3), real: 2));
        Assert.IsInstanceOfType<FrechetInceptionDistance>((scoring with { Samples = 3 }).MetricFor(SampleShape.Vector(3), real: 3));
        Assert.IsInstanceOfType<FrechetInceptionDistance>(new ScoringOptions { Samples = 2 }.MetricFor(SampleShape.Image(1, 4, 4), real: 2));
        Assert.IsInstanceOfType<SampleDiscrepancy>(new ScoringOptions { Samples = 2 }.MetricFor(SampleShape.Vector(3), real: 2));
    }

    [TestMethod]
    public void Fit_WithAMetricOfLogits_IsRefused()
    {
        var e = Assert.ThrowsExactly<InvalidOperationException>(() => Fit(Options, new() { Metric = new InceptionScore() }));

        Assert.StartsWith("InceptionScore needs the logits of a classifier", e.Message);
    }

    [TestMethod]
    public void Fit_WithAMetricThatCannotBeComputed_FailsBeforeTheTraining()
    {
        List<long> steps = [];
        var run = new RunOptions
        {
            Scoring = new() { Interval = 2, Metric = new PrecisionRecall(), Samples = 2, HoldOut = 0.1 },
            Progress = new SynchronousProgress<TrainingProgress>(progress => steps.Add(progress.Step)),
        };

        Assert.ThrowsExactly<InvalidOperationException>(() => TestData.Context.Gan.Trainers.Gan(
            Options with { ReportInterval = 1 }, run).Fit(TestData.Points(20)));

        Assert.IsEmpty(steps);
    }

    [TestMethod]
    public void Fit_OfTooFewRowsToHoldOut_SaysSo()
    {
        var e = Assert.ThrowsExactly<InvalidOperationException>(() => Fit(Options, new() { Interval = 2, HoldOut = 0.01 }));

        Assert.StartsWith("Only 1 of the 20 rows of column 'Features' can be held out for the scoring, which needs 2", e.Message);
    }

    [TestMethod]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.AreEqual("Samples", Refused(() => new ScoringOptions { Samples = 1 }));
        Assert.AreEqual("HoldOut", Refused(() => new ScoringOptions { HoldOut = -0.1 }));
        Assert.AreEqual("Interval", Refused(() => new ScoringOptions { Interval = 0 }));
        Assert.AreEqual("Patience", Refused(() => new ScoringOptions { Patience = 0 }));
        Assert.AreEqual("MinimumSteps", Refused(() => new ScoringOptions { MinimumSteps = -1 }));

        static string? Refused(Func<ScoringOptions> make) =>
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = make()).ParamName;
    }

    private static GanTransformer Fit(GanOptions options, ScoringOptions scoring, MLContext? context = null) =>
        (context ?? TestData.Context).Gan.Trainers.Gan(options, new() { Scoring = scoring }).Fit(TestData.Points(20));

    private sealed class Seen : IFeatureExtractor
    {
        public float[] First { get; private set; } = [];

        public string Name => "seen";

        public int InputSize => 2;

        public int FeatureSize => 2;

        public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features)
        {
            if (First.Length == 0)
                First = samples.ToArray();
            samples.CopyTo(features);
        }
    }

    private sealed class Three(int features = 1) : IFeatureExtractor
    {
        public string Name => "three";

        public int InputSize => 3;

        public int FeatureSize => features;

        public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features) => features.Span.Clear();
    }
}
