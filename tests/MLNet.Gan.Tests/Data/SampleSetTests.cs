using Microsoft.ML;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Data;

[TestClass]
public sealed class SampleSetTests
{
    [TestMethod]
    public void Read_TakesEveryRowInItsPlace()
    {
        const int count = 9001;
        using var samples = Read(MemoryRows.Of(2, [.. Enumerable.Range(0, count).Select(row => (float[])[row, row / 2f])]));

        Assert.AreEqual((count, 0), (samples.Count, samples.Classes));
        Assert.IsEmpty(samples.ClassCounts);
        using var scope = NewDisposeScope();
        var batch = samples[[9000, 0, 4096, 4095]];
        AssertTensor.AreClose([9000, 4500, 0, 0, 4096, 2048, 4095, 2047.5], batch.Samples, tolerance: 0);
        Assert.IsNull(batch.Labels);
    }

    [TestMethod]
    public void Read_OfImages_GivesThemTheirSides()
    {
        using var scope = NewDisposeScope();
        using var samples = Read(MemoryRows.Of(6, [0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f]), SampleShape.Image(1, 2, 3), isBounded: true);

        var batch = samples[[0]];

        CollectionAssert.AreEqual(new long[] { 1, 1, 2, 3 }, batch.Samples.shape);
        AssertTensor.AreClose(0.3, batch.Samples[0, 0, 1, 0]); // row 1, column 0
    }

    [TestMethod]
    public void Read_OfSamplesLargerThanAChunk_TakesThemOneByOne()
    {
        // 3 MiB each.
        var shape = SampleShape.Image(3, 512, 512);
        using var scope = NewDisposeScope();
        var ones = Enumerable.Repeat(1f, shape.Size).ToArray();
        using var samples = Read(MemoryRows.Of(shape.Size, new float[shape.Size], ones), shape);

        AssertTensor.AreClose([0, 1], samples[[0, 1]].Samples.mean([1, 2, 3]), tolerance: 0);
    }

    [TestMethod]
    public void Read_OfKeys_CountsClassesFrom0AndTakesTheirNumberFromTheType()
    {
        using var scope = NewDisposeScope();
        using var samples = Read(MemoryRows.Keyed(4, 1, 3, 3, 2), label: "Label");

        Assert.AreEqual(4, samples.Classes);
        CollectionAssert.AreEqual(new[] { 1, 1, 2, 0 }, samples.ClassCounts.ToArray());
        AssertTensor.AreClose([2, 0, 1], samples[[1, 0, 3]].Labels!, tolerance: 0);
    }

    [TestMethod]
    public void Read_OfNumbers_TakesTheNumberOfClassesFromTheLargest()
    {
        AssertNumbers<float>(0, 2, 2);
        AssertNumbers<double>(0, 2, 2);
        AssertNumbers(0, 2, 2);
        AssertNumbers<long>(0, 2, 2);
        AssertNumbers<uint>(0, 2, 2);
        AssertNumbers<byte>(0, 2, 2);
    }

    [TestMethod]
    public void Read_OfNoRows_SaysSo() => Assert.AreEqual(
        "Training set has 0 instances, aborting training.",
        Assert.ThrowsExactly<InvalidOperationException>(() => Read(MemoryRows.Of(2))).Message);

    [TestMethod]
    [DataRow("Label", "Could not find input column 'Missing'")]
    public void Read_OfAColumnThatIsMissing_SaysSo(string label, string message)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => SampleSet.Read(MemoryRows.Labeled(1f), "Missing", label, SampleShape.Vector(2), isBounded: false, CPU));
        Assert.Contains(message, error.Message);

        error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Read(MemoryRows.Of(2, [1, 2]), label: label));
        Assert.Contains("Could not find label column 'Label'", error.Message);
    }

    [TestMethod]
    public void Read_OfVectorsOfAnotherSize_SaysWhatWasExpected()
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Read(MemoryRows.Of(3, [1, 2, 3])));

        Assert.Contains("Schema mismatch for input column 'Features': expected Vector<Single, 2>, got ", error.Message);
    }

    [TestMethod]
    public void Read_OfMoreClassesThanAreSupported_SaysWhatToDo()
    {
        var error = Assert.ThrowsExactly<InvalidOperationException>(() => Read(MemoryRows.Labeled(100_000), label: "Label"));

        Assert.Contains("has 100001 classes, but at most 100000 are supported. Use Conversion.MapValueToKey", error.Message);
    }

    private static void AssertNumbers<T>(params T[] labels)
    {
        using var scope = NewDisposeScope();
        using var samples = Read(MemoryRows.Labeled(labels), label: "Label");

        Assert.AreEqual(3, samples.Classes, $"{typeof(T)}");
        CollectionAssert.AreEqual(new[] { 1, 0, 2 }, samples.ClassCounts.ToArray());
        AssertTensor.AreClose([0, 2, 2], samples[[0, 1, 2]].Labels!, tolerance: 0);
    }

    private static SampleSet Read(IDataView view, SampleShape? shape = null, string? label = null, bool isBounded = false) =>
        SampleSet.Read(view, "Features", label, shape ?? SampleShape.Vector(2), isBounded, CPU);

    [TestMethod]
    public void HoldOut_TakesRowsOutOfTheTraining()
    {
        using var samples = Some.Points(20);

        samples.HoldOut(6, seed: 1);

        Assert.HasCount(6, samples.HeldOut.Distinct());
        Assert.AreEqual((20, 14), (samples.Count, samples.TrainedCount));
        CollectionAssert.AreEquivalent(
            Enumerable.Range(0, 20).Select(row => (long)row).Except(samples.HeldOut).ToArray(),
            samples.Rows(seed: 3, balanced: false).Take(14).ToArray()); // One epoch.
    }

    [TestMethod]
    [DataRow(1, false)]
    [DataRow(2, false)]
    [DataRow(1, true)]
    public void HoldOut_WithClasses_TrainsOnTheOthersOfEveryClass(int packing, bool balanced)
    {
        using var samples = Some.Points(20, classes: 3);

        samples.HoldOut(6, seed: 1);

        var rows = samples.Rows(seed: 3, balanced, packing).Take(300).ToHashSet();
        CollectionAssert.AreEquivalent(
            Enumerable.Range(0, 20).Select(row => (long)row).Except(samples.HeldOut).ToArray(), rows.ToArray());
    }

    [TestMethod]
    public void HoldOut_OfMoreThanTheClassesCanGive_LeavesARowOfEach()
    {
        using var samples = new SampleSet(torch.zeros(5, 2).DetachFromDisposeScope(), [0, 0, 0, 1, 2], classes: 3);

        samples.HoldOut(4, seed: 1);

        Assert.HasCount(2, samples.HeldOut); // Two of class 0.
        Assert.IsTrue(samples.HeldOut.All(row => row < 3));
    }

    [TestMethod]
    public void HoldOut_OfEqualSeeds_IsEqual()
    {
        using SampleSet one = Some.Points(20), two = Some.Points(20), three = Some.Points(20);
        one.HoldOut(6, seed: 1);
        two.HoldOut(6, seed: 1);
        three.HoldOut(6, seed: 2);

        CollectionAssert.AreEqual(one.HeldOut, two.HeldOut);
        CollectionAssert.AreNotEqual(one.HeldOut, three.HeldOut);
    }
}
