using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Averaging;

[TestClass]
public sealed class ExponentialMovingAverageTests
{
    [TestMethod]
    public void Follow_AtFirst_IsQuick() => AssertFollows(
        new() { Decay = 0.999 },
        0.9, // (1 + n)/(10 + n) is kept: 1/10, then 2/11, then 3/12
        1 - 0.1 * 2 / 11,
        1 - 0.1 * 2 / 11 * 3 / 12);

    [TestMethod]
    public void Follow_WithASmallDecay_KeepsNoMoreThanThat() =>
        AssertFollows(new() { Decay = 0.05 }, 0.95, 1 - 0.05 * 0.05);

    [TestMethod]
    public void Follow_WithoutARamp_KeepsTheDecayFromTheStart() =>
        AssertFollows(new() { Decay = 0.75, RampsUp = false }, 0.25, 1 - 0.75 * 0.75);

    [TestMethod]
    public void Follow_WithADecayOfZero_IsTheCurrentWeights() => AssertFollows(new() { Decay = 0 }, 1);

    [TestMethod]
    public void Follow_TakesTheDecayOfTheStep() => AssertFollows(
        new() { Decay = Schedule.Linear(0.5, 1, 2), RampsUp = false }, 0.5, 1 - 0.5 * 0.75, 1 - 0.5 * 0.75);

    [TestMethod]
    public void Follow_AfterManySteps_KeepsTheDecay()
    {
        using var scope = NewDisposeScope();
        var average = tensor([1f]);
        using var averaging = new ExponentialMovingAverage { Decay = 0.9 }.CreateState(average);

        averaging.Update(tensor([2f]), step: 80, batchSize: 8); // (1 + 80)/(10 + 80) = 0.9

        AssertTensor.AreClose([0.9 * 1 + 0.1 * 2], average, tolerance: 1e-6);
    }

    [TestMethod]
    public void Defaults_AreTheDocumentedOnes() =>
        Assert.AreEqual("ExponentialMovingAverage { Decay = 0.999, RampsUp = True }", $"{new ExponentialMovingAverage()}");

    [TestMethod]
    [DataRow(-0.1)]
    [DataRow(1.1)]
    public void Decay_ThatStartsOutOfItsRange_IsRefused(double decay)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = new ExponentialMovingAverage() with { Decay = decay });

        Assert.AreEqual("Decay", error.ParamName);
        Assert.Contains("Decay must be a number between 0 and 1 at every step.", error.Message);
    }

    [TestMethod]
    public void Decay_OfNull_IsRefused() => Assert.AreEqual("Decay", Assert.ThrowsExactly<ArgumentNullException>(
        () => _ = new ExponentialMovingAverage { Decay = null! }).ParamName);

    /// <summary>Follows weights that are 1 from 0 on, a step for each expected value.</summary>
    private static void AssertFollows(ExponentialMovingAverage options, params double[] expected)
    {
        using var scope = NewDisposeScope();
        var average = tensor([0f]);
        using var averaging = options.CreateState(average);
        foreach (var (step, value) in expected.Index())
        {
            averaging.Update(tensor([1f]), step, batchSize: 8);
            AssertTensor.AreClose([value], average, tolerance: 1e-6);
        }
    }
}
