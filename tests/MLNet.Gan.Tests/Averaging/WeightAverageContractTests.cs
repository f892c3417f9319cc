using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Averaging;

/// <summary>What every average of weights must do. A new one is picked up here by itself.</summary>
[TestClass]
public sealed class WeightAverageContractTests
{
    public static IEnumerable<object[]> Averages => Implementations.Of<IWeightAverage>();

    [TestMethod]
    public void Averages_AreAllFound() => CollectionAssert.IsSubsetOf(
        new[] { typeof(ExponentialMovingAverage), typeof(HalfLifeAverage), typeof(TailAverage) },
        Averages.Select(row => row[0].GetType()).ToArray());

    [TestMethod]
    [DynamicData(nameof(Averages))]
    public void Follow_OfWeightsThatStandStill_StaysWithThem(IWeightAverage options)
    {
        using var scope = NewDisposeScope();
        var (current, average) = (tensor([1f, -3f]), tensor([1f, -3f]));
        using var averaging = options.CreateState(average);

        for (var step = 0; step < 250; step++)
            averaging.Update(current, step, batchSize: 64);

        AssertTensor.AreClose([1, -3], average, tolerance: 1e-5);
        AssertTensor.AreClose([1, -3], current, tolerance: 0);
    }

    [TestMethod]
    [DynamicData(nameof(Averages))]
    public void Follow_ForLong_ArrivesWhereTheWeightsAre(IWeightAverage options)
    {
        using var scope = NewDisposeScope();
        var (current, average) = (tensor([1f, -3f]), tensor([200f, 300f]));
        using var averaging = options.CreateState(average);

        for (var step = 0; step < 1000; step++)
            averaging.Update(current, step, batchSize: 64);

        AssertTensor.AreClose([1, -3], average, tolerance: 1e-3);
    }

    [TestMethod]
    [DynamicData(nameof(Averages))]
    public void Follow_OfWeightsThatJump_StaysBetweenThem(IWeightAverage options)
    {
        using var scope = NewDisposeScope();
        var average = tensor([0f]);
        using var averaging = options.CreateState(average);

        for (var step = 0; step < 250; step++)
            averaging.Update(tensor([step % 2 == 0 ? -1f : 1f]), step, batchSize: 64);

        Assert.AreEqual(0, average.ToDouble(), 1);
    }

    [TestMethod]
    [DynamicData(nameof(Averages))]
    public void Averaging_FromItsMemory_GoesOnBitForBit(IWeightAverage options)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        var average = zeros(3);
        using var averaging = options.CreateState(average);
        for (var step = 0; step < 250; step++)
            averaging.Update(randn(3, generator: random), step, batchSize: 64);

        var copy = average.clone();
        using var restored = options.CreateState(copy);
        foreach (var (target, source) in restored.StateTensors.Zip(averaging.StateTensors))
            target.copy_(source);
        for (var step = 250; step < 450; step++)
        {
            var current = randn(3, generator: random);
            averaging.Update(current, step, batchSize: 32);
            restored.Update(current, step, batchSize: 32);
        }

        AssertTensor.AreClose(average, copy, tolerance: 0);
    }

    [TestMethod]
    [DynamicData(nameof(Averages))]
    public void ToString_ShowsEveryProperty(IWeightAverage options) => AssertText.ShowsEveryProperty(options);
}
