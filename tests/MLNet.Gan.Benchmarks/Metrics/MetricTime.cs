using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Benchmarks.Metrics;

/// <summary>What a metric takes.</summary>
/// <param name="Name">The metric's type.</param>
/// <param name="WallSeconds">Its time by the clock.</param>
/// <param name="CpuSeconds">The processor's time.</param>
/// <param name="PeakMebiBytes">The most memory of the process, with the features of both sides.</param>
internal sealed record MetricTime(string Name, double WallSeconds, double CpuSeconds, double PeakMebiBytes)
{
    /// <summary>Measures each metric once.</summary>
    public static IReadOnlyList<MetricTime> Of(IEnumerable<IMetric> metrics, int rows, int columns)
    {
        var (real, generated) = (RandomFeatures.Set(1, rows, columns), RandomFeatures.Set(2, rows, columns));
        var comparison = new Comparison(real, generated, new("random", "", "", rows, rows));
        return [.. metrics.Select(metric => Of(metric, comparison))];
    }

    private static MetricTime Of(IMetric metric, Comparison comparison)
    {
        PeakMemory.Begin();
        var elapsed = Elapsed.Of(() =>
        {
            foreach (var score in metric.Measure(comparison))
                Console.WriteLine(score);
        });
        return new(metric.GetType().Name, elapsed.WallSeconds, elapsed.CpuSeconds, PeakMemory.MebiBytes());
    }
}
