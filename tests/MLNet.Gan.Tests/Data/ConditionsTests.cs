using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Data;

[TestClass]
public sealed class ConditionsTests
{
    // A number, then blocks of two and of three categories.
    private static readonly (int, int)[] Blocks = [(1, 2), (3, 3)];
    private static readonly float[] Rows =
    [
        0.5f, 1, 0, 0, 1, 0,
        -0.5f, 0, 1, 1, 0, 0,
        0.1f, 1, 0, 0, 0, 1,
    ];

    [TestMethod]
    public void At_OfShownBlocks_HasTheirCategoriesAndZeros()
    {
        using var scope = NewDisposeScope();
        var store = new TensorStore(tensor(Rows, [3, 6]));

        var conditions = Conditions.Of(store, Blocks);

        Assert.AreEqual(5, conditions.Size);
        AssertTensor.AreClose(
            tensor(new float[] { 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1 }, [3, 5]),
            conditions.At(tensor(Rows, [3, 6]), [[true, false], [false, true], [true, true]]), tolerance: 0);
    }

    [TestMethod]
    public void Batch_OfASetWithConditions_HasThemBehindTheRows()
    {
        using var scope = NewDisposeScope();
        using var samples = new SampleSet(tensor(Rows, [3, 6]).DetachFromDisposeScope());
        samples.SetConditions(Blocks);

        var batch = samples[[new SampleDraw(2, [false, true])]];

        AssertTensor.AreClose(tensor(new float[] { 0, 0, 0, 0, 1 }, [1, 5]), batch.Labels!, tolerance: 0);
        AssertTensor.AreClose(tensor(new float[] { 0.1f, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1 }, [1, 11]), batch.Samples, tolerance: 0);
        Assert.IsTrue(samples.HasLabels);
        Assert.AreEqual(0, samples.Classes);
    }

    [TestMethod]
    public void Draws_OfARareCategory_AreByTheLogarithmOfItsCount()
    {
        // One row in a hundred has the second category of the only block.
        using var scope = NewDisposeScope();
        var values = new float[200];
        for (var row = 0; row < 100; row++)
            values[2 * row + (row == 37 ? 1 : 0)] = 1;
        using var samples = new SampleSet(tensor(values, [100, 2]).DetachFromDisposeScope());
        samples.SetConditions([(0, 2)]);

        SampleDraw[] draws = [.. samples.Draws(seed: 1, balanced: false, packing: 1).Take(20_000)];

        // Of every second draw the share is log 2 / (log 2 + log 100) = 0.131, and 0.01 of the others.
        Assert.AreEqual((Math.Log(2) / (Math.Log(2) + Math.Log(100)) + 0.01) / 2, draws.Count(draw => draw.Row == 37) / 20_000.0, 0.006);
        Assert.IsTrue(draws.Where((_, i) => i % 2 == 1).All(draw => draw.Shown is [true]));
        // Nothing more is shown of half of the others, whose only block it is.
        Assert.AreEqual(0.5, draws.Where((_, i) => i % 2 == 0).Count(draw => draw.Shown is [false]) / 10_000.0, 0.02);
    }

    [TestMethod]
    public void Draws_WithHeldOutRows_LeaveThemOut()
    {
        using var scope = NewDisposeScope();
        using var samples = new SampleSet(eye(50, 2).DetachFromDisposeScope());
        samples.SetConditions([(0, 2)]);
        samples.HoldOut(20, seed: 1);

        var drawn = samples.Draws(seed: 1, balanced: false, packing: 1).Take(2000).Select(draw => draw.Row).ToHashSet();

        CollectionAssert.AreEquivalent(Enumerable.Range(0, 50).Select(row => (long)row).Except(samples.HeldOut).ToArray(), drawn.ToArray());
    }

    [TestMethod]
    public void HoldOut_OfTheOnlyRowOfACategory_KeepsItForTheTraining()
    {
        // Row 1 is the only one of the second category.
        using var scope = NewDisposeScope();
        for (var seed = 0; seed < 20; seed++)
        {
            using var samples = new SampleSet(eye(50, 2).DetachFromDisposeScope());
            samples.SetConditions([(0, 2)]);
            samples.HoldOut(40, seed);

            Assert.HasCount(40, samples.HeldOut);
            Assert.DoesNotContain(1L, samples.HeldOut);
        }
    }
}
