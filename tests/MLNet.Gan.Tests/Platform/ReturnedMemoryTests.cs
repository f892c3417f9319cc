using System.Globalization;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Platform;

[TestClass]
public sealed class ReturnedMemoryTests
{
    private const long MiB = 1 << 20;

    // In a process of its own: other tests leave room in the heap, which blocks are taken from instead of the system.
    [TestMethod]
    public void Begin_AfterLargerBlocksWereFreed_HasSmallerOnesGivenBack()
    {
        if (!OperatingSystem.IsLinux() || File.Exists("/etc/alpine-release"))
            Assert.Inconclusive("The C library is not glibc.");

        var given = long.Parse(OwnProcess.Run(nameof(ReturnedMemoryTests)), CultureInfo.InvariantCulture);

        Assert.IsTrue(given > 500 * MiB, $"{given} bytes of 504 MiB were given back.");
    }

    /// <summary>Prints how much less memory is held after 63 blocks of 8 MiB were freed.</summary>
    public static void PrintReturnedBytes()
    {
        ReusedMemory.Begin()!.Dispose(); // Blocks of 8 MiB would come from the heap now, between others.
        using var memory = ReturnedMemory.Begin();
        var blocks = Enumerable.Range(0, 64).Select(_ => ones(8 * MiB / sizeof(float))).ToList();
        var before = Environment.WorkingSet;

        foreach (var block in blocks[..^1])
            block.Dispose();

        Console.WriteLine(before - Environment.WorkingSet);
    }
}
