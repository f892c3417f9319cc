namespace MLNet.Gan.Metrics;

/// <summary>Statistics of lists of numbers.</summary>
internal static class Distribution
{
    /// <summary>Computes a quantile by linear interpolation, as NumPy does by default.</summary>
    public static double Quantile(IReadOnlyCollection<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length
            ? sorted[below]
            : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>Returns a / b for numbers of at least 0: 1 where both are 0, and infinity where only b is.</summary>
    public static double Ratio(double a, double b) => a == b ? 1 : a / b;
}
