using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class InceptionScoreTests
{
    private static readonly float[] SureOfBoth = [50, -50, -50, 50];

    [TestMethod]
    public void Measure_OfSureAndEvenPredictions_IsTheCountOfClasses()
    {
        var score = Measured(Repeat(SureOfBoth, 20), 2);

        Assert.AreEqual(2, score.Value, 1e-12);
        Assert.AreEqual(0, score.Deviation!.Value, 1e-12);
        Assert.AreEqual("10 splits", score.Protocol.Settings);
    }

    [TestMethod]
    [DataRow(0f, 0f)]
    [DataRow(90f, -90f)]
    [DataRow(3e38f, -3e38f, DisplayName = "logits at the end of the range")]
    public void Measure_OfEqualPredictions_IsOne(float first, float second) =>
        Assert.AreEqual(1, Measured(Repeat([first, second], 10), 2).Value, 1e-12);

    [TestMethod]
    public void Measure_OfUnsurePredictions_IsTheFormula()
    {
        // p = (3/4, 1/4) and (1/4, 3/4): p̄ = 1/2, and KL = 3/4 ln(3/2) + 1/4 ln(1/2).
        var score = Measured([MathF.Log(3), 0, 0, MathF.Log(3)], 2, new() { Splits = 1 });

        Assert.AreEqual(Math.Exp(0.75 * Math.Log(1.5) + 0.25 * Math.Log(0.5)), score.Value, 1e-7);
    }

    [TestMethod]
    public void Measure_OfSortedSamples_NeedsToBeShuffled()
    {
        float[] sorted = [.. Repeat([50, -50], 500), .. Repeat([-50, 50], 500)];

        Assert.AreEqual(1, Measured(sorted, 2).Value, 1e-12);
        var shuffled = Measured(sorted, 2, new() { Shuffled = true });
        Assert.AreEqual(2, shuffled.Value, 0.05);
        Assert.AreEqual("10 splits, shuffled", shuffled.Protocol.Settings);
    }

    [TestMethod]
    public void Measure_WhenSplitsDiffer_HasTheirMeanAndDeviation()
    {
        // One split of one class, one of two: 1 and 2.
        var score = Measured([.. Repeat([50, -50], 2), .. SureOfBoth], 2, new() { Splits = 2 });

        Assert.AreEqual(1.5, score.Value, 1e-12);
        Assert.AreEqual(0.5, score.Deviation!.Value, 1e-12);
    }

    [TestMethod]
    public void Measure_OfManySamples_HasNoWarning()
    {
        Assert.IsEmpty(Measured(Repeat(SureOfBoth, 5000), 2).Warnings);
        Assert.AreEqual(ScoreWarning.FewSamples, Assert.ContainsSingle(
            Measured(Repeat(SureOfBoth, 4999), 2).Warnings).Code);
    }

    [TestMethod]
    [DataRow("digits", "6726825d", "classifier score")]
    [DataRow("inception-2015-12-05", "12345678", "classifier score")]
    [DataRow("inception-2015-12-05", "6726825d", "Inception score")]
    public void Measure_OnlyOfTheAuthorsNetworkAndWeights_IsCalledInception(string classifier, string weights, string name)
    {
        var comparison = Compared.Logits(Repeat(SureOfBoth, 5), Repeat(SureOfBoth, 5), 2);
        comparison = comparison with { Protocol = comparison.Protocol with { Classifier = classifier, ClassifierWeights = weights } };

        Assert.AreEqual(name, Assert.ContainsSingle(new InceptionScore().Measure(comparison)).Name);
    }

    [TestMethod]
    public void Measure_OfFewerSamplesThanSplits_IsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<InvalidOperationException>(() => Measured(Repeat(SureOfBoth, 4), 2)).Message,
        "10 splits needs as many generated samples, but there are 8");

    private static float[] Repeat(float[] rows, int times) => [.. Enumerable.Repeat(rows, times).SelectMany(x => x)];

    private static Score Measured(float[] logits, int classes, InceptionScore? metric = null) =>
        Assert.ContainsSingle((metric ?? new()).Measure(Compared.Logits(logits, logits, classes)));
}
