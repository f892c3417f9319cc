namespace MLNet.Gan.Metrics;

/// <summary>What the metrics say of a list of numbers.</summary>
internal static class Distribution
{
    /// <summary>The value below which a share of the numbers lies, between two of them as NumPy does.</summary>
    public static double Quantile(IReadOnlyCollection<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length
            ? sorted[below]
            : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>a / b for numbers of at least 0: 1 where both are 0, and infinity where only b is.</summary>
    public static double Ratio(double a, double b) => a == b ? 1 : a / b;
}
