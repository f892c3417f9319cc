using MLNet.Gan.Networks.Layers;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Training;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class MovingAverageTests
{
    [TestMethod]
    public void Average_BeginsWhereTheNetworkStands()
    {
        using var pair = new Pair();
        pair.Current.Values.fill_(3);
        pair.Current.Buffers.fill_(4);

        using var average = new MovingAverage(pair.Current, pair.Average);

        AssertTensor.AreClose([3, 3], pair.Average.Values, tolerance: 0);
        AssertTensor.AreClose([4, 4], pair.Average.Buffers, tolerance: 0);
    }

    [TestMethod]
    public void Follow_AtFirst_IsQuick()
    {
        using var pair = new Pair();
        using var average = Begin(pair);

        // (1 + n)/(10 + n) is kept: 1/10, then 2/11, then 3/12.
        average.Follow(0.999);
        AssertBoth(0.9, pair);
        average.Follow(0.999);
        AssertBoth(1 - 0.1 * 2 / 11, pair);
        average.Follow(0.999);
        AssertBoth(1 - 0.1 * 2 / 11 * 3 / 12, pair);
    }

    [TestMethod]
    public void Follow_WithASmallDecay_KeepsNoMoreThanThat()
    {
        using var pair = new Pair();
        using var average = Begin(pair);

        average.Follow(0.05);
        AssertBoth(0.95, pair);
        average.Follow(0);
        AssertBoth(1, pair);
    }

    [TestMethod]
    public void Follow_AfterManySteps_KeepsTheDecay()
    {
        using var pair = new Pair();
        using var average = Begin(pair);
        for (var n = 0; n < 100; n++) // the warm-up passes 0.9 at n = 80
            average.Follow(0.9);
        pair.Current.Values.fill_(2);
        pair.Current.Buffers.fill_(2);

        average.Follow(0.9);

        AssertBoth(0.9 * 1 + 0.1 * 2, pair);
    }

    [TestMethod]
    public void Follow_LeavesTheNetwork()
    {
        using var pair = new Pair();
        using var average = Begin(pair);

        average.Follow(0.999);

        AssertTensor.AreClose([1, 1], pair.Current.Values, tolerance: 0);
        AssertTensor.AreClose([1, 1], pair.Current.Buffers, tolerance: 0);
    }

    /// <summary>An average that begins at 0, of a network that has gone to 1.</summary>
    private static MovingAverage Begin(Pair pair)
    {
        pair.Current.Values.zero_();
        pair.Current.Buffers.zero_();
        var average = new MovingAverage(pair.Current, pair.Average);
        pair.Current.Values.fill_(1);
        pair.Current.Buffers.fill_(1);
        return average;
    }

    private static void AssertBoth(double expected, Pair pair)
    {
        AssertTensor.AreClose([expected, expected], pair.Average.Values, tolerance: 1e-6);
        AssertTensor.AreClose([expected, expected], pair.Average.Buffers, tolerance: 1e-6);
    }

    /// <summary>Two networks of one weight, one bias and two buffers.</summary>
    private sealed class Pair : IDisposable
    {
        private readonly BatchNormalization _current = new(Some.Spec(SampleShape.Vector(1)), 1);
        private readonly BatchNormalization _average = new(Some.Spec(SampleShape.Vector(1)), 1);

        public Pair() => (Current, Average) = (new FlatParameters(_current), new FlatParameters(_average));

        public FlatParameters Current { get; }

        public FlatParameters Average { get; }

        public void Dispose()
        {
            Current.Dispose();
            Average.Dispose();
            _current.Dispose();
            _average.Dispose();
        }
    }
}
