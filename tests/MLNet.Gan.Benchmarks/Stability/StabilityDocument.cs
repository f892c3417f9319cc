using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>docs/benchmarks/stability.md.</summary>
internal static class StabilityDocument
{
    public static void Write(BenchmarkResults results)
    {
    }
}
