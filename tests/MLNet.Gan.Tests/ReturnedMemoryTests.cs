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

        ReusedMemory.Begin()!.Dispose(); // Blocks of 2 MiB come from the heap now, between others.
        using var memory = ReturnedMemory.Begin();
        var blocks = Enumerable.Range(0, 64).Select(_ => ones(2 * MiB / sizeof(float))).ToList();
        var before = Environment.WorkingSet;

        foreach (var block in blocks[..^1])
            block.Dispose();

        var given = before - Environment.WorkingSet;
        blocks[^1].Dispose();
        Assert.IsTrue(given > 100 * MiB, $"{given} bytes were given back.");
    }
}
