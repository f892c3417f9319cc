using System.Globalization;

namespace MLNet.Gan.Benchmarks.Reporting;

/// <summary>The mean of some seeds' values and its standard error, s/√n; a value that is NaN does not count.</summary>
/// <param name="Mean">The mean; NaN of no values.</param>
/// <param name="StandardError">The standard error; NaN of less than two values.</param>
/// <param name="Count">How many values count.</param>
/// <param name="Total">How many there are.</param>
internal sealed record Statistic(double Mean, double StandardError, int Count, int Total)
{
    public static Statistic Of(IEnumerable<double> values)
    {
        var all = values.ToList();
        var counted = all.Where(value => !double.IsNaN(value)).ToList();
        if (counted.Count == 0)
            return new(double.NaN, double.NaN, 0, all.Count);

        var mean = counted.Average();
        var variance = counted.Sum(value => (value - mean) * (value - mean)) / (counted.Count - 1);
        var error = counted.Count > 1 ? Math.Sqrt(variance / counted.Count) : double.NaN;
        return new(mean, error, counted.Count, all.Count);
    }

    /// <summary>Such as <c>7.9 ± 0.1</c>, with how many counted where not all did; a dash where none did.</summary>
    /// <param name="format">The format of both numbers.</param>
    public string ToText(string format)
    {
        if (Count == 0)
            return "–";

        var text = Mean.ToString(format, CultureInfo.InvariantCulture);
        if (Count > 1)
            text += $" ± {StandardError.ToString(format, CultureInfo.InvariantCulture)}";
        return Count == Total ? text : $"{text} ({Count} of {Total})";
    }
}
