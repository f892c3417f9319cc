namespace MLNet.Gan;

/// <summary>The logarithm of the gamma function and its derivative, for positive numbers.</summary>
internal static class GammaFunctions
{
    // Stirling's series is exact to double precision from here on; smaller arguments are raised by the recurrences.
    private const double Large = 12;

    /// <summary>ln Γ(x).</summary>
    public static double LogGamma(double x)
    {
        var lowered = 0.0;
        for (; x < Large; x++)
            lowered += Math.Log(x);
        var square = 1 / (x * x);
        var series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / x;
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - lowered;
    }

    /// <summary>ψ(x) = d/dx ln Γ(x).</summary>
    public static double Digamma(double x)
    {
        var lowered = 0.0;
        for (; x < Large; x++)
            lowered += 1 / x;
        var square = 1 / (x * x);
        return Math.Log(x) - 0.5 / x
            - square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240 - square / 132)))) - lowered;
    }

    /// <summary>ln B(a, b).</summary>
    public static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);
}
