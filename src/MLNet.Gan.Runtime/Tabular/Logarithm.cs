namespace MLNet.Gan;

/// <summary>The transform of heavy tails: sign(x − center) · ln(1 + |x − center| / unit).</summary>
internal sealed record Logarithm(double Center, double Unit)
{
    /// <summary>The logarithm of a number.</summary>
    public double Of(double number)
    {
        var distance = number - Center;
        return Math.CopySign(double.LogP1(Math.Abs(distance) / Unit), distance);
    }

    /// <summary>The number of a logarithm.</summary>
    public double Inverse(double value)
    {
        var grown = Math.Exp(Math.Abs(value)) - 1; // As the nodes compute it.
        return (value < 0 ? -grown : grown) * Unit + Center;
    }

    /// <summary>Adds the nodes of <see cref="Inverse"/>.</summary>
    public OnnxValue AddInverse(OnnxGraph graph, OnnxValue value)
    {
        var grown = graph.Add("Sub", [graph.Add("Exp", [graph.Add("Abs", [value])]), graph.Table([1.0])]);
        var signed = graph.Add("Mul", [graph.Add("Sign", [value]), grown]);
        return graph.Add("Add", [graph.Add("Mul", [signed, graph.Table([Unit])]), graph.Table([Center])]);
    }

    /// <summary>
    /// Returns the transform that a column needs: none, unless a tail is longer than 20 times the distance between the quantiles
    /// 0.05 and 0.95.
    /// </summary>
    /// <param name="sorted">A sorted sample.</param>
    /// <param name="smallest">The smallest of all numbers.</param>
    /// <param name="largest">The largest of all numbers.</param>
    /// <param name="isWanted">Whether to take the logarithm whatever the tails are; null for the rule.</param>
    public static Logarithm? For(double[] sorted, double smallest, double largest, bool? isWanted)
    {
        const double heavy = 20;
        double Quantile(double share) => sorted[(int)(share * (sorted.Length - 1))];
        var (low, middle, high) = (Quantile(0.05), Quantile(0.5), Quantile(0.95));
        var (isHeavyAbove, isHeavyBelow) = (largest - middle > heavy * (high - low), middle - smallest > heavy * (high - low));
        if (!(isWanted ?? (isHeavyAbove || isHeavyBelow)) || smallest == largest)
            return null;

        // The center is where the tail begins: the end without one, or the median between two.
        var center = isHeavyAbove && isHeavyBelow ? middle : isHeavyBelow ? largest : smallest;
        double[] units = [center == middle ? (high - low) / 2 : center == smallest ? low - center : center - high, Math.Abs(middle - center), high - low, largest - smallest];
        var range = largest - smallest;
        return new(center, Array.Find(units, unit => unit > range * 1e-250));
    }
}
