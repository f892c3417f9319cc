using System.Globalization;

namespace MLNet.Gan.Benchmarks.Reporting;

/// <summary>The middle of what some turns gave.</summary>
internal static class Spread
{
    /// <summary>The median of values and its quartiles, interpolated between neighbors.</summary>
    public static (double Low, double Median, double High) Quartiles(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (At(0.25), At(0.5), At(0.75));

        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var below = (int)place;
            return double.Lerp(sorted[below], sorted[Math.Min(below + 1, sorted.Length - 1)], place - below);
        }
    }

    /// <summary>The median, such as <c>0.27</c>.</summary>
    public static string Median(IEnumerable<double> values, string format = "0.00") =>
        Quartiles(values).Median.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The median with its quartiles in brackets, such as <c>1.20 (1.18–1.25)</c>.</summary>
    public static string Ratio(IEnumerable<double> values)
    {
        var (low, median, high) = Quartiles(values);
        return string.Create(CultureInfo.InvariantCulture, $"{median:0.00} ({low:0.00}–{high:0.00})");
    }
}
