using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Data;

[TestClass]
public sealed class StandardizationTests
{
    [TestMethod]
    public void Of_AFewNumbers_IsTheirMeanAndDeviation()
    {
        using var scope = NewDisposeScope();

        // (1, 2, 6): mean 3, squares 4 + 1 + 9 over 3. (−2, 0, 2): mean 0, squares 8 over 3.
        var standardization = Of(tensor(new[] { 1f, -2, 2, 0, 6, 2 }).reshape(3, 2));

        AssertClose([3, 0], standardization.Means, tolerance: 1e-12);
        AssertClose([Math.Sqrt(14.0 / 3), Math.Sqrt(8.0 / 3)], standardization.Deviations, tolerance: 1e-12);
    }

    [TestMethod]
    public void Of_AHugeOffset_KeepsTheDeviation()
    {
        using var scope = NewDisposeScope();

        // 10⁶ ± 1 is exact in single precision; sums of its squares would not be.
        var signs = arange(100_000, dtype: ScalarType.Float32) % 2 * 2 - 1;
        var standardization = Of((signs + 1e6).unsqueeze(1));

        AssertClose([1e6], standardization.Means, tolerance: 1e-6);
        AssertClose([1], standardization.Deviations, tolerance: 1e-9);
    }

    [TestMethod]
    public void Of_AComponentThatNeverVaries_IsItsValueAndNoDeviation()
    {
        using var scope = NewDisposeScope();

        // A third, added up, is not three thirds.
        var standardization = Of(cat([full(999, 1, 1 / 3f), arange(999).@float().unsqueeze(1)], 1));

        Assert.AreEqual(1 / 3f, standardization.Means[0]);
        Assert.AreEqual(0, standardization.Deviations[0]);
        Assert.AreEqual(Math.Sqrt((999.0 * 999 - 1) / 12), standardization.Deviations[1], 1e-9); // of 0, …, n − 1
    }

    [TestMethod]
    public void Standardize_GivesMean0AndDeviation1WhateverTheOffset()
    {
        using var scope = NewDisposeScope();

        // Three blocks and a bit of half a million rows.
        var points = randn([1_700_000, 2], generator: new Generator(2));
        points.select(1, 0).mul_(1e-3).add_(0.7);
        points.select(1, 1).mul_(50).add_(1e6);
        using var samples = new SampleSet(points.DetachFromDisposeScope());

        samples.Standardize();

        Assert.AreEqual(ScalarType.Float32, All(samples).dtype);
        var batch = All(samples).@double();
        AssertTensor.AreClose([0, 0], batch.mean([0]), tolerance: 1e-6);
        AssertTensor.AreClose([1, 1], batch.std(0, unbiased: false), tolerance: 1e-6);
    }

    [TestMethod]
    public void Standardize_OfAComponentThatNeverVaries_MakesIt0()
    {
        using var scope = NewDisposeScope();
        var points = cat([full(9, 1, 1 / 3f), arange(9).@float().unsqueeze(1)], 1);
        using var samples = new SampleSet(points.DetachFromDisposeScope());

        samples.Standardize();

        AssertTensor.AreClose(zeros(9), All(samples).select(1, 0), tolerance: 0);
    }

    [TestMethod]
    public void Standardize_OfImages_SaysThatTheyAreBounded()
    {
        using var samples = new SampleSet(zeros(4, 1, 2, 3));

        var error = Assert.ThrowsExactly<InvalidOperationException>(() => samples.Standardize());

        Assert.Contains(
            "Only vectors can be standardized, but the samples are images of 1 × 2 × 3 values", error.Message);
    }

    [TestMethod]
    public void Standardize_OfAFile_MakesTheSameNumbers()
    {
        using var scope = NewDisposeScope();

        // Two blocks of half a million rows and a bit.
        var points = randn([1_100_000, 2], generator: new Generator(3)) * 7 + 1000;
        var file = SpillFile.Create(new() { MemoryBudget = 1 });
        file.Append(points.bytes);
        using var inFile = new SampleSet(new MappedStore(file, points.shape, CPU));
        using var inMemory = new SampleSet(points.DetachFromDisposeScope());

        inFile.Standardize();
        inMemory.Standardize();

        CollectionAssert.AreEqual(
            inMemory.Standardization!.Means.ToArray(), inFile.Standardization!.Means.ToArray());
        CollectionAssert.AreEqual(
            inMemory.Standardization.Deviations.ToArray(), inFile.Standardization.Deviations.ToArray());
        AssertTensor.AreClose(All(inMemory), All(inFile), tolerance: 0);
    }

    private static Standardization Of(Tensor samples) => Standardization.Of(new TensorStore(samples));

    private static Tensor All(SampleSet samples) =>
        samples[[.. Enumerable.Range(0, samples.Count).Select(row => (long)row)]].Samples;

    private static void AssertClose(double[] expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.HasCount(expected.Length, actual);
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], actual[i], tolerance, $"at {i}");
    }
}
