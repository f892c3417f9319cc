using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Averaging;

[TestClass]
public sealed class TailAverageTests
{
    [TestMethod]
    public void Follow_IsTheMeanOfTheLastStatesAtTheirInterval()
    {
        using var scope = NewDisposeScope();
        var average = tensor([-1f]);
        using var averaging = new TailAverage { Count = 3, Interval = 2 }.CreateState(average);

        // The weights are 0, 1, 2, …: the states 1, 3, 5, … are taken, the last three of them kept.
        double[] expected = [0, 1, 1, 2, 2, 3, 3, 5, 5, 7, 7];
        foreach (var (step, value) in expected.Index())
        {
            averaging.Update(tensor([(float)step]), step, batchSize: 8);
            AssertTensor.AreClose([value], average, tolerance: 0);
        }
    }

    [TestMethod]
    public void Follow_ThatBeginsInTheMiddleOfARun_IsTheMeanOfWhatItTook()
    {
        using var scope = NewDisposeScope();
        var average = tensor([-1f]);
        using var averaging = new TailAverage { Count = 3, Interval = 1 }.CreateState(average);

        averaging.Update(tensor([4f]), step: 1000, batchSize: 8);
        AssertTensor.AreClose([4], average, tolerance: 0);
        averaging.Update(tensor([8f]), step: 1001, batchSize: 8);
        AssertTensor.AreClose([6], average, tolerance: 0);
    }

    [TestMethod]
    public void Follow_OfManyStatesOfAllSizes_DoesNotDrift()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        var average = zeros(100);
        using var averaging = new TailAverage { Count = 7, Interval = 1 }.CreateState(average);
        var states = randn([2000, 100], generator: random);
        states[999].mul_(1e6); // one of them is an outlier, whose rounding must not stay

        for (var step = 0; step < 2000; step++)
            averaging.Update(states[step], step, batchSize: 8);

        var expected = states.narrow(0, 1993, 7).@double().mean([0]);
        AssertTensor.AreClose(expected, average, tolerance: 1e-7);
    }

    [TestMethod]
    public void Defaults_AreTheDocumentedOnes() =>
        Assert.AreEqual("TailAverage { Count = 10, Interval = 100 }", $"{new TailAverage()}");

    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    public void Numbers_BelowOne_AreRefused(int value)
    {
        var count = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = new TailAverage() with { Count = value });
        var interval = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = new TailAverage() with { Interval = value });

        Assert.AreEqual(("Count", "Interval"), (count.ParamName, interval.ParamName));
    }
}
