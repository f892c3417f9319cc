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
        Assert.Contains($"Returned: step {best.Step} with a score of {best.Value}; the last scored step, 6, has {run.Scores[^1].Value}.", messages);
        var html = model.Report("scored").ToHtml();
        Assert.Contains($"The generator of step {best.Step} is returned", html);
        Assert.Contains("score on held-out rows", html);
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
        var e = Assert.ThrowsExactly<InvalidOperationException>(() => Fit(Options, new() { HoldOut = 0.7 }));

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
    public void Options_OutOfRange_AreRefused()
    {
        Assert.AreEqual("Samples", Refused(() => new ScoringOptions { Samples = 1 }));
        Assert.AreEqual("HoldOut", Refused(() => new ScoringOptions { HoldOut = 0 }));
        Assert.AreEqual("Interval", Refused(() => new ScoringOptions { Interval = 0 }));
        Assert.AreEqual("Patience", Refused(() => new ScoringOptions { Patience = 0 }));
        Assert.AreEqual("MinimumSteps", Refused(() => new ScoringOptions { MinimumSteps = -1 }));

        static string? Refused(Func<ScoringOptions> make) =>
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = make()).ParamName;
    }

    private static GanTransformer Fit(GanOptions options, ScoringOptions scoring, MLContext? context = null) =>
        (context ?? TestData.Context).Gan.Trainers.Gan(options, new() { Scoring = scoring }).Fit(TestData.Points(20));

    private sealed class Three : IFeatureExtractor
    {
        public string Name => "three";

        public int InputSize => 3;

        public int FeatureSize => 1;

        public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features) => features.Span.Clear();
    }
}
