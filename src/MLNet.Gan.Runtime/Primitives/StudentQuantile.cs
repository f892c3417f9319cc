namespace MLNet.Gan;

/// <summary>The quantiles of Student's t distribution.</summary>
internal static class StudentQuantile
{
    private const double Width = 1e-13;

    /// <summary>The t with P(T ≤ t) = p.</summary>
    /// <param name="probability">p, at least ½ and less than 1.</param>
    /// <param name="degrees">The degrees of freedom, at least 1.</param>
    public static double Of(double probability, int degrees)
    {
        // By the angle θ = atan(t / √n), of which all quantiles are within a quarter turn.
        var (low, high) = (0.0, Math.PI / 2);
        while (high - low > Width)
        {
            var middle = (low + high) / 2;
            (low, high) = Within(middle, degrees) < 2 * probability - 1 ? (middle, high) : (low, middle);
        }

        return Math.Tan((low + high) / 2) * Math.Sqrt(degrees);
    }

    /// <summary>P(|T| ≤ √n tan θ), by the finite sums 26.7.3 and 26.7.4 of Abramowitz &amp; Stegun (1964).</summary>
    private static double Within(double angle, int degrees)
    {
        var isOdd = degrees % 2 == 1;
        var (cosine, sum) = (Math.Cos(angle), 0.0);
        var term = isOdd ? cosine : 1;
        for (var n = isOdd ? 3 : 2; n <= degrees; n += 2)
        {
            sum += term;
            term *= cosine * cosine * (n - 1) / n;
        }

        return isOdd ? 2 / Math.PI * (angle + Math.Sin(angle) * sum) : Math.Sin(angle) * sum;
    }
}
