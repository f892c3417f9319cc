using System.Globalization;
using MLNet.Gan.Reports;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Reports;

/// <summary>Native memory of pictures is given back at once, in a process in which no finalizer gives it back later.</summary>
[TestClass]
public sealed class PictureMemoryTests
{
    private const int MiB = 1 << 20, Times = 12;
    private static readonly ManualResetEventSlim End = new();

    [TestMethod]
    [DataRow("draw", 16, DisplayName = "Scatter, whose bitmap has 16 MiB")]
    [DataRow("encode", 8, DisplayName = "ToPng, whose file has 8 MiB")]
    public void Picture_DrawnOrEncoded_KeepsNoNativeMemory(string what, int size)
    {
        var kept = long.Parse(OwnProcess.Run(nameof(PictureMemoryTests), what), CultureInfo.InvariantCulture);

        Assert.IsTrue(kept < Times * size * MiB / 2, $"{kept} bytes are kept of {Times} × {size} MiB.");
    }

    /// <summary>Prints how much more memory is in use after pictures were drawn or encoded.</summary>
    public static void PrintKeptBytes(string[] args)
    {
        MakeBlocker();
        var noise = new byte[8 * MiB];
        new Random(1).NextBytes(noise);
        Action work = args[0] == "draw"
            ? () => Picture.Scatter([[0, 0]], [], size: 2_048)
            : () => new Picture(4_096, 2_048, 1, noise).ToPng();
        var before = InUse(work, times: 2);
        Console.WriteLine(InUse(work, Times) - before);
        End.Set(); // A process does not end before its finalizers.
    }

    private static long InUse(Action work, int times)
    {
        for (var i = 0; i < times; i++)
        {
            work();
            GC.Collect();
        }

        return Environment.WorkingSet;
    }

    private static void MakeBlocker() => _ = new FinalizerBlocker();

    private sealed class FinalizerBlocker
    {
        ~FinalizerBlocker() => End.Wait();
    }
}
