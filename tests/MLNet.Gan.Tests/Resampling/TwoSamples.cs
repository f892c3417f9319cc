using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>A two-sample test of rows: of each column, of sums and differences of each pair, and of the distance from the nearest real row.</summary>
internal static class TwoSamples
{
    /// <summary>The critical value of the statistic of Kolmogorov and Smirnov at α = 0.001: 1.95 √(1/n + 1/m).</summary>
    public static double Critical(int n, int m) => 1.95 * Math.Sqrt(1.0 / n + 1.0 / m);

    /// <summary>The largest statistic.</summary>
    public static double Statistic(double[][] first, double[][] second, double[][] real)
    {
        double[] scales = [.. real[0].Select((_, column) => Deviation([.. real.Select(row => row[column])]))];
        double[][] Scaled(double[][] rows) => [.. rows.Select(row => row.Zip(scales, (value, scale) => value / scale).ToArray())];
        var (a, b, anchors) = (Scaled(first), Scaled(second), Scaled(real));
        List<Func<double[], double>> views = [row => anchors.Min(anchor => anchor.Zip(row, (x, y) => (x - y) * (x - y)).Sum())];
        for (var i = 0; i < scales.Length; i++)
        {
            var one = i;
            views.Add(row => row[one]);
            for (var j = i + 1; j < scales.Length; j++)
            {
                var other = j;
                views.Add(row => row[one] + row[other]);
                views.Add(row => row[one] - row[other]);
            }
        }

        return views.Max(view => ColumnDistance.KolmogorovSmirnov(a.Select(view), b.Select(view)));
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
