using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class ModeCountTests
{
    [TestMethod]
    public void Measure_OfUnevenClasses_CountsThemAndTheirDivergence()
    {
        // Real shares 1/2, 1/4, 1/4; generated 3/4, 1/4, 0.
        var (modes, divergence) = Measured([0, 0, 1, 2], [0, 0, 0, 1], 3);

        Assert.AreEqual(("modes", 2.0, "of 3 classes, at least 1 of each"),
            (modes.Name, modes.Value, modes.Protocol.Settings));
        Assert.AreEqual(("mode KL", "generated from real, 3 classes, nats"),
            (divergence.Name, divergence.Protocol.Settings));
        Assert.AreEqual(0.75 * Math.Log(1.5), divergence.Value, 1e-12);
    }

    [TestMethod]
    public void Measure_OfEqualShares_HasAllModesAndNoDivergence()
    {
        var (modes, divergence) = Measured([0, 1, 2], [2, 1, 0, 0, 1, 2], 3);

        Assert.AreEqual((3.0, 0.0), (modes.Value, divergence.Value));
    }

    [TestMethod]
    public void Measure_WithAMinimum_LeavesOutRareClasses()
    {
        var (modes, _) = Measured([0, 1, 2], [0, 0, 1, 2, 2], 3, new() { MinimumCount = 2 });

        Assert.AreEqual((2.0, "of 3 classes, at least 2 of each"), (modes.Value, modes.Protocol.Settings));
    }

    [TestMethod]
    public void Measure_OfAClassThatIsNotReal_HasInfiniteDivergence() =>
        Assert.AreEqual(double.PositiveInfinity, Measured([0, 1], [2, 1], 3).Divergence.Value);

    [TestMethod]
    public void Measure_OfEqualLogits_TakesTheLowestLabel()
    {
        var scores = new ModeCount().Measure(Compared.Logits([1, 1, 0, 0], [0, 0, 3, 3], 2)).ToList();

        Assert.AreEqual((1.0, 0.0), (scores[0].Value, scores[1].Value));
    }

    [TestMethod]
    public void Measure_OfTwoClassifiers_IsRefused()
    {
        var (two, three) = (Compared.Logits([1, 2], [1, 2], 2), Compared.Logits([1, 2, 3], [1, 2, 3], 3));

        StringAssert.Contains(
            Assert.ThrowsExactly<InvalidOperationException>(
                () => new ModeCount().Measure(two with { Generated = three.Generated })).Message,
            "the real samples have 2 logits and the generated ones 3");
    }

    [TestMethod]
    public void Measure_OfNoSamples_IsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<InvalidOperationException>(() => Measured([0], [], 2)).Message,
        "there are 1 real and 0 generated");

    private static (Score Modes, Score Divergence) Measured(
        int[] real, int[] generated, int classes, ModeCount? metric = null)
    {
        var scores = (metric ?? new()).Measure(
            Compared.Logits(Logits(real, classes), Logits(generated, classes), classes)).ToList();
        Assert.HasCount(2, scores);
        return (scores[0], scores[1]);
    }

    private static float[] Logits(int[] labels, int classes) =>
        [.. labels.SelectMany(label => Enumerable.Range(0, classes).Select(k => k == label ? 1f : -1f))];
}
