namespace MLNet.Gan.Tests.Training;

/// <summary>What steps leave is collected when it is much, and not before.</summary>
[TestClass]
[DoNotParallelize] // The region without collections is one of the whole process.
public sealed class StepGarbageTests
{
    [TestMethod]
    public void Limit_CollectsForEveryFourMebibytes()
    {
        var collections = 0;
        Assert.IsTrue(GC.TryStartNoGCRegion(32 << 20));
        var garbage = new StepGarbage(() => collections++);

        Assert.AreEqual(0, After(3, garbage));
        Assert.AreEqual(1, After(2, garbage));
        Assert.AreEqual(2, After(4, garbage));
        GC.EndNoGCRegion();

        int After(int mebibytes, StepGarbage limited)
        {
            for (var i = 0; i < 16 * mebibytes; i++)
            {
                GC.KeepAlive(new byte[64 << 10]);
                limited.Limit();
            }

            return collections;
        }
    }

    [TestMethod]
    public void Limit_BeginsAnew_BehindACollectionOfTheRuntime()
    {
        var collections = 0;
        var garbage = new StepGarbage(() => collections++);
        GC.KeepAlive(new byte[8 << 20]);
        GC.Collect(0);

        garbage.Limit();

        Assert.AreEqual(0, collections);
    }
}
