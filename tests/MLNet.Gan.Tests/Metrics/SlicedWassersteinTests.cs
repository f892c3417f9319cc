using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class SlicedWassersteinTests
{
    [TestMethod]
    public void Measure_OfShiftedNumbers_IsTheShift() =>
        Assert.AreEqual(3, Measured([1, 0, 5], [8, 3, 4], 1).Value, 1e-12);

    [TestMethod]
    public void Measure_OfUnequalCounts_IntegratesTheSteps()
    {
        // Against 0 everywhere: 0 for a third of the mass, 3 for two thirds. Halves against thirds: 1 for a sixth.
        Assert.AreEqual(Math.Sqrt(6), Measured([0, 0], [3, 0, 3], 1).Value, 1e-12);
        Assert.AreEqual(Math.Sqrt(1 / 6.0), Measured([0, 1], [0, 1, 1], 1).Value, 1e-12);
    }

    [TestMethod]
    public void Measure_OfShiftedPoints_IsShiftOverRootOfDimension()
    {
        // (θᵀs)² has the mean ‖s‖² / dimension over the sphere.
        float[] points = Samples.Plain(1, 50, 3), shifted = [.. points.Select((x, i) => i % 3 == 1 ? x + 6 : x)];

        var score = Measured(points, shifted, 3, new() { Projections = 20_000 });

        Assert.AreEqual(6 / Math.Sqrt(3), score.Value, 0.05);
        Assert.AreEqual(("sliced Wasserstein", "20000 projections"), (score.Name, score.Protocol.Settings));
    }

    [TestMethod]
    public void Measure_OfEqualSetsInOtherOrder_IsZero() =>
        Assert.AreEqual(0, Measured([1, 2, 3, 4, 5, 6], [5, 6, 1, 2, 3, 4], 2).Value, 1e-12);

    [TestMethod]
    public void Measure_OfSwappedSets_IsTheSame()
    {
        float[] a = Samples.Plain(1, 21, 2), b = Samples.Plain(2, 34, 2);

        Assert.AreEqual(Measured(a, b, 2).Value, Measured(b, a, 2).Value, 1e-12);
    }

    [TestMethod]
    public void Measure_OfNoSamples_IsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<InvalidOperationException>(() => Measured([1], [], 1)).Message,
        "samples on both sides, but there are 1 real and 0 generated");

    private static Score Measured(float[] real, float[] generated, int dimension, SlicedWasserstein? metric = null) =>
        Assert.ContainsSingle((metric ?? new()).Measure(Compared.Features(real, generated, dimension)));
}
