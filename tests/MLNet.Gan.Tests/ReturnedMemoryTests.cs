namespace MLNet.Gan.Tests;

[TestClass, DoNotParallelize]
public sealed class ReturnedMemoryTests
{
    private const long MiB = 1 << 20;

    [TestMethod]
    public void Begin_AfterLargerBlocksWereFreed_HasSmallerOnesGivenBack()
    {
        if (!OperatingSystem.IsLinux() || File.Exists("/etc/alpine-release"))
            Assert.Inconclusive("The C library is not glibc.");

        ReusedMemory.Begin()!.Dispose(); // Blocks of 8 MiB would come from the heap now, between others.
        using var memory = ReturnedMemory.Begin();
        var blocks = Enumerable.Range(0, 64).Select(_ => ones(8 * MiB / sizeof(float))).ToList();
        var before = Environment.WorkingSet;

        foreach (var block in blocks[..^1])
            block.Dispose();

        // Some may have found room that earlier tests left in the heap.
        var given = before - Environment.WorkingSet;
        blocks[^1].Dispose();
        Assert.IsTrue(given > 256 * MiB, $"{given} bytes of 512 MiB were given back.");
    }
}
