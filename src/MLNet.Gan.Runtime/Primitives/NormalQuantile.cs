namespace MLNet.Gan;

/// <summary>The quantiles of N(0, 1).</summary>
internal static class NormalQuantile
{
    private const double Far = 9;
    private const double Width = 1e-11;

    /// <summary>The x with Φ(x) = p, to 1e-9.</summary>
    /// <param name="probability">p, between 1e-7 and 1 − 1e-7.</param>
    public static double Of(double probability)
    {
        var (low, high) = (-Far, Far);
        while (high - low > Width)
        {
            var middle = (low + high) / 2;
            (low, high) = Below(middle) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Φ(x) = ½ + φ(x) · (x + x³/3 + x⁵/(3 · 5) + …) (Marsaglia, 2004).</summary>
    private static double Below(double x)
    {
        var (term, sum) = (x, x);
        for (var odd = 3; sum + term != sum; odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }

        return 0.5 + sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }
}
