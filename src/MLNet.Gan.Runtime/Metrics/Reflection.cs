namespace MLNet.Gan.Metrics;

/// <summary>Householder reflections I − scale · vvᵀ.</summary>
internal static class Reflection
{
    /// <summary>Turns x into v so that (I − scale·vvᵀ)x = (length, 0, …, 0), and returns length and scale.</summary>
    public static (double Length, double Scale) Make(Span<double> x)
    {
        var first = x[0];
        var others = Rows.Dot(x[1..], x[1..]);
        x[0] = 1;
        if (others == 0)
            return (first, 0);

        // The sign is chosen so that there is no cancellation.
        var length = -Math.CopySign(Math.Sqrt(first * first + others), first);
        Rows.Scale(x[1..], 1 / (first - length));
        return (length, (length - first) / length);
    }
}
