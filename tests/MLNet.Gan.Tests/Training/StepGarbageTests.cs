namespace MLNet.Gan.Tests.Training;

/// <summary>What steps leave is collected when it is much.</summary>
[TestClass]
[DoNotParallelize] // Collections are counted for the whole process.
public sealed class StepGarbageTests
{
    [TestMethod]
    public void Limit_CollectsForEveryFourMebibytes()
    {
        var garbage = new StepGarbage();
        var before = GC.CollectionCount(0);
        for (var i = 0; i < 144; i++)
        {
            GC.KeepAlive(new byte[64 << 10]);
            garbage.Limit();
        }

        Assert.IsGreaterThanOrEqualTo(before + 2, GC.CollectionCount(0), "9 MiB");
    }
}
