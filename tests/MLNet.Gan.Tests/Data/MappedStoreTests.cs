using System.Runtime.InteropServices;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Data;

[TestClass, DoNotParallelize]
public sealed class MappedStoreTests
{
    [TestMethod]
    public void Gather_TakesRowsInTheirOrderAndShape()
    {
        using var scope = NewDisposeScope();
        using var store = Store([3, 1, 2], 0, 1, 2, 3, 4, 5);

        var batch = store.Gather([2, 0, 2]);

        CollectionAssert.AreEqual(new long[] { 3, 1, 2 }, batch.shape);
        AssertTensor.AreClose([4, 5, 0, 1, 4, 5], batch.flatten(0), tolerance: 0);
        Assert.AreEqual(24, store.FileBytes);
    }

    [TestMethod]
    [DataRow(3)]
    [DataRow(-1)]
    public void Gather_OfARowThatThereIsNot_IsRefused(long row)
    {
        using var scope = NewDisposeScope();
        using var store = Store([3, 2], 0, 1, 2, 3, 4, 5);

        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => store.Gather([row]));
    }

    [TestMethod]
    public void Visit_ShowsEveryRowOnce()
    {
        using var store = Store([5, 1], 0, 1, 2, 3, 4);
        List<float[]> seen = [];

        store.Visit(2, block => seen.Add(block.data<float>().ToArray()));

        Assert.AreEqual("0 1, 2 3, 4", string.Join(", ", seen.Select(block => string.Join(' ', block))));
    }

    [TestMethod]
    public void Update_ChangesWhatIsGathered()
    {
        using var scope = NewDisposeScope();
        using var store = Store([3, 1], 0, 1, 2);

        store.Update(2, block => block.copy_(block * 10 + 1));

        AssertTensor.AreClose([1, 11, 21], store.Gather([0, 1, 2]).flatten(0), tolerance: 0);
    }

    [TestMethod]
    public void Methods_LeaveNoTensorBehind()
    {
        using var store = Store([3, 1], 0, 1, 2);
        var before = LiveTensors.Count;

        store.Visit(2, block => _ = block + 1);
        store.Update(2, block => _ = block + 1);
        using (NewDisposeScope())
            store.Gather([1, 2]);

        Assert.AreEqual(before, LiveTensors.Count);
    }

    private static MappedStore Store(long[] shape, params float[] values)
    {
        var file = SpillFile.Create(new() { MemoryBudget = 1 });
        file.Append(MemoryMarshal.AsBytes(values.AsSpan()));
        return new(file, shape, CPU);
    }
}
