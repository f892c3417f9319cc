using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Augmentations;

[TestClass]
public sealed class AugmentationDrawTests
{
    private const int Count = 4_000;

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(0.25, 0.25)]
    [DataRow(1, 1)]
    public void Choose_ChangesWholeSamplesWithTheProbability(double probability, double expected)
    {
        using var scope = NewDisposeScope();
        var samples = zeros(Count, 1, 2, 3);

        var chosen = Draw(probability).Choose(samples, samples + 1);

        var ofEach = chosen.flatten(1).mean([1]);
        AssertTensor.AreClose([.. AssertTensor.Values(ofEach).Select(value => Math.Round(value))], ofEach, tolerance: 0);
        Assert.AreEqual(expected, chosen.mean().ToDouble(), 4 * Math.Sqrt(expected * (1 - expected) / Count) + 1e-6);
    }

    [TestMethod]
    public void Choose_IsDifferentiable_ThroughWhatWasChosen()
    {
        using var scope = NewDisposeScope();
        var samples = ones(Count, 2).requires_grad_(true);

        var chosen = Draw(0.5).Choose(samples, 3 * samples);
        chosen.sum().backward();

        AssertTensor.AreClose(AssertTensor.Values(chosen.detach()), samples.grad!.flatten(), tolerance: 0);
    }

    // A deviation of 1/√12 of the width, and 4 of the mean's standard errors.
    [TestMethod]
    public void Uniform_HasOneNumberForEachSample_BetweenTheBounds()
    {
        using var scope = NewDisposeScope();

        var numbers = Draw().Uniform(zeros(Count, 3, 4, 4), from: -1, to: 3);

        CollectionAssert.AreEqual(new long[] { Count, 1, 1, 1 }, numbers.shape);
        Assert.IsGreaterThanOrEqualTo(-1, numbers.min().ToDouble());
        Assert.IsLessThanOrEqualTo(3, numbers.max().ToDouble());
        Assert.AreEqual(1, numbers.mean().ToDouble(), 4 * 4 / Math.Sqrt(12 * Count));
        Assert.AreEqual(4 / Math.Sqrt(12), numbers.std().ToDouble(), 0.03);
    }

    [TestMethod]
    public void Normal_HasOneNumberForEachSample_OfTheDeviation()
    {
        using var scope = NewDisposeScope();

        var numbers = Draw().Normal(zeros(Count, 5), deviation: 2);

        CollectionAssert.AreEqual(new long[] { Count, 1 }, numbers.shape);
        Assert.AreEqual(0, numbers.mean().ToDouble(), 4 * 2 / Math.Sqrt(Count));
        Assert.AreEqual(2, numbers.std().ToDouble(), 4 * 2 / Math.Sqrt(2 * Count));
    }

    [TestMethod]
    public void Integers_IncludeBothEnds()
    {
        using var scope = NewDisposeScope();

        var numbers = Draw().Integers(zeros(Count, 5), first: -1, last: 1);

        CollectionAssert.AreEqual(new long[] { Count, 1 }, numbers.shape);
        CollectionAssert.AreEquivalent(new double[] { -1, 0, 1 }, AssertTensor.Values(numbers).Distinct().ToArray());
    }

    [TestMethod]
    public void EqualSeeds_GiveEqualNumbers()
    {
        using var scope = NewDisposeScope();
        var samples = zeros(9, 2);

        AssertTensor.AreClose(
            AssertTensor.Values(Draw(seed: 3).Uniform(samples, 0, 1)), Draw(seed: 3).Uniform(samples, 0, 1).flatten(), tolerance: 0);
        CollectionAssert.AreNotEqual(
            AssertTensor.Values(Draw(seed: 3).Uniform(samples, 0, 1)), AssertTensor.Values(Draw(seed: 4).Uniform(samples, 0, 1)));
    }

    [TestMethod]
    [DataRow(-0.1)]
    [DataRow(1.1)]
    [DataRow(double.NaN)]
    public void Probability_ThatIsNone_IsRefused(double probability)
    {
        foreach (var make in new Action[] { () => Draw(probability), () => _ = Draw() with { Probability = probability } })
            AssertRefused("Probability", "at least 0 and at most 1.", make);
    }

    [TestMethod]
    public void Bounds_ThatAreNone_AreRefused()
    {
        using var scope = NewDisposeScope();
        var (draw, samples) = (Draw(), zeros(3, 2));

        AssertRefused("from", "a finite number.", () => draw.Uniform(samples, double.NaN, 1));
        AssertRefused("to", "a finite number.", () => draw.Uniform(samples, 0, double.PositiveInfinity));
        AssertRefused("to", "at least from, which is 1.5.", () => draw.Uniform(samples, 1.5, 1));
        AssertRefused("deviation", "a number of at least 0.", () => draw.Normal(samples, -1));
        AssertRefused("last", "at least first, which is 2.", () => draw.Integers(samples, 2, 1));
    }

    [TestMethod]
    public void EqualBounds_AreDrawn()
    {
        using var scope = NewDisposeScope();

        AssertTensor.AreClose([0.5, 0.5], Draw().Uniform(zeros(2, 1), 0.5, 0.5).flatten(), tolerance: 0);
        AssertTensor.AreClose([7, 7], Draw().Integers(zeros(2, 1), 7, 7).flatten(), tolerance: 0);
        AssertTensor.AreClose([0, 0], Draw().Normal(zeros(2, 1), 0).flatten(), tolerance: 0);
    }

    [TestMethod]
    public void Choose_OfAnotherShape_IsRefused()
    {
        using var scope = NewDisposeScope();

        var error = Assert.ThrowsExactly<ArgumentException>(() => Draw(0.5).Choose(zeros(3, 2), zeros(3, 1)));

        Assert.AreEqual("changed", error.ParamName);
        Assert.StartsWith("The samples are [3, 2], but the changed ones [3, 1]. Give both the same shape.", error.Message);
    }

    [TestMethod]
    public void Samples_ThatAreNull_AreRefused() => Assert.AreEqual(
        "samples", Assert.ThrowsExactly<ArgumentNullException>(() => Draw().Normal(null!, 1)).ParamName);

    private static void AssertRefused(string name, string expected, Action make)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(make);

        Assert.AreEqual(name, error.ParamName);
        Assert.Contains($"{name} must be {expected}", error.Message);
    }

    private static AugmentationDraw Draw(double probability = 1, int seed = 1) => new(0, probability, new Generator((ulong)seed));
}
