using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Tests.Data;

/// <summary>How much memory reading takes at its peak.</summary>
[TestClass, DoNotParallelize]
public sealed class SampleMemoryTests
{
    private const int Size = 1024, Rows = 50_000;
    private const double MebiBytes = Rows * Size * sizeof(float) / 1048576.0; // 195

    [TestMethod]
    public void Read_OfAKnownNumberOfRows_TakesLittleMoreThanTheSamples() =>
        AssertPeak(1.2 * MebiBytes, Peak(Vectors().ToArray(), spill: null));

    [TestMethod]
    public void Read_OfAnUnknownNumberOfRows_TakesABlockMore() =>
        AssertPeak(1.2 * MebiBytes + 10, Peak(Vectors(), spill: null)); // 34 MiB are 0.17 of it; 10 for the rest.

    [TestMethod]
    public void Read_BeyondTheBudget_TakesNoMoreThanTheBudget() =>
        AssertPeak(100 + 10, Peak(Vectors(), new() { MemoryBudget = 100L << 20 }));

    private static double Peak(IEnumerable<Vector> vectors, SpillOptions? spill)
    {
        if (!File.Exists("/proc/self/clear_refs"))
            Assert.Inconclusive("This system does not tell the peak of a part of a process.");
        var view = new MLContext().Data.LoadFromEnumerable(vectors);
        using (Read(view, spill)) // What the first time alone takes.
        {
        }

        PeakMemory.Begin();
        var before = PeakMemory.MebiBytes();
        using var samples = Read(view, spill);
        Assert.AreEqual(Rows, samples.Count);
        return PeakMemory.MebiBytes() - before;
    }

    private static void AssertPeak(double most, double peak) =>
        Assert.IsTrue(peak <= most, $"Reading {MebiBytes:F0} MiB took {peak:F0} MiB, and not at most {most:F0}.");

    private static SampleSet Read(IDataView view, SpillOptions? spill)
    {
        using var memory = ReturnedMemory.Begin(); // RunOptions.TunesAllocator
        return SampleSet.Read(view, "Features", null, SampleShape.Vector(Size), isBounded: false, CPU, spill);
    }

    private static IEnumerable<Vector> Vectors() => Enumerable.Repeat(new Vector(), Rows);

    private sealed class Vector
    {
        [VectorType(Size)]
        public float[] Features { get; set; } = new float[Size];
    }
}
