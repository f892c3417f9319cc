using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Averaging;

[TestClass]
public sealed class HalfLifeAverageTests
{
    [TestMethod]
    public void Follow_OfHalfLifeManyImages_KeepsHalf()
    {
        using var scope = NewDisposeScope();
        var average = tensor([0.0]);
        using var averaging = new HalfLifeAverage { HalfLife = 100, RampUp = null }.CreateState(average);

        foreach (var (step, size) in new[] { 50, 25, 25 }.Index())
            averaging.Update(tensor([1.0]), step, size);

        AssertTensor.AreClose([0.5], average, tolerance: 1e-12);
    }

    [TestMethod]
    public void Follow_WithARampUp_IsQuickAtFirst()
    {
        using var scope = NewDisposeScope();
        var average = tensor([0.0]);
        using var averaging = new HalfLifeAverage { HalfLife = 10, RampUp = 0.5 }.CreateState(average);
        void Follow(int step, double weight, double expected, int size = 8)
        {
            averaging.Update(tensor([weight]), step, size);
            AssertTensor.AreClose([expected], average, tolerance: 1e-12);
        }

        Follow(0, weight: 1, expected: 1); // no image was seen before: nothing is kept
        Follow(1, weight: 2, expected: 2 - 1.0 / 4); // 8 · 0.5 = 4 images halve it: a batch of 8 keeps 1/4
        Follow(2, weight: 1.75, expected: 1.75);
        Follow(3, weight: 2.75, expected: 2.75 - 1.0 / 2, size: 10); // 24 · 0.5 is more than 10: 10 images keep 1/2
    }

    [TestMethod]
    public void Follow_TakesTheHalfLifeOfTheStep()
    {
        using var scope = NewDisposeScope();
        var average = tensor([0.0]);
        using var averaging =
            new HalfLifeAverage { HalfLife = Schedule.Linear(8, 0, 2), RampUp = null }.CreateState(average);

        averaging.Update(tensor([1.0]), step: 0, batchSize: 8);
        AssertTensor.AreClose([0.5], average, tolerance: 1e-12);
        averaging.Update(tensor([1.0]), step: 1, batchSize: 8); // 4 images halve it
        AssertTensor.AreClose([1 - 0.5 / 4], average, tolerance: 1e-12);
        averaging.Update(tensor([3.0]), step: 2, batchSize: 8); // 0 images: the current weights
        AssertTensor.AreClose([3], average, tolerance: 0);
    }

    [TestMethod]
    public void Defaults_AreTheDocumentedOnes() =>
        Assert.AreEqual("HalfLifeAverage { HalfLife = 10000, RampUp = 0.05 }", $"{new HalfLifeAverage()}");

    [TestMethod]
    public void Numbers_OutOfTheirRange_AreRefused()
    {
        AssertRefused("HalfLife", "at least 0 at every step", () => _ = new HalfLifeAverage() with { HalfLife = -1 });
        AssertRefused("RampUp", "greater than 0", () => _ = new HalfLifeAverage() with { RampUp = 0 });
        AssertRefused("RampUp", "greater than 0", () => _ = new HalfLifeAverage() with { RampUp = double.NaN });
        Assert.IsNull((new HalfLifeAverage() with { RampUp = null }).RampUp);
    }

    private static void AssertRefused(string parameter, string message, Action make)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(make);
        Assert.AreEqual(parameter, error.ParamName);
        Assert.Contains(message, error.Message);
    }
}
