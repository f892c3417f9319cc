using System.Diagnostics;

namespace MLNet.Gan.Benchmarks.Running;

/// <summary>What some work took.</summary>
/// <param name="WallSeconds">Its time by the clock.</param>
/// <param name="CpuSeconds">The processor's time.</param>
internal sealed record Elapsed(double WallSeconds, double CpuSeconds)
{
    /// <summary>What a work takes of this process.</summary>
    public static Elapsed Of(Action work)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        work();
        return new(clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    /// <summary>The share of one of so many.</summary>
    public Elapsed Over(int count) => new(WallSeconds / count, CpuSeconds / count);
}
