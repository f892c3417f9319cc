namespace MLNet.Gan;

/// <summary>What the numbers of a column look like, apart from their distribution.</summary>
/// <param name="Logarithm">The transform before the mixture; null for none.</param>
/// <param name="Decimals">The number of decimals; null where numbers are not rounded.</param>
/// <param name="Smallest">The least number that is generated.</param>
/// <param name="Largest">The largest number that is generated.</param>
internal sealed record NumberForm(Logarithm? Logarithm, int? Decimals, double Smallest, double Largest)
{
    /// <summary>Returns the number of a value of the mixture.</summary>
    public double Inverse(double value)
    {
        var number = Logarithm?.Inverse(value) ?? value;
        if (Decimals is { } places)
            number = DecimalPlaces.Round(number, places);
        return Math.Min(Math.Max(number, Smallest), Largest);
    }

    /// <summary>Adds the nodes of <see cref="Inverse"/>.</summary>
    public OnnxValue AddInverse(OnnxGraph graph, OnnxValue value)
    {
        var number = Logarithm?.AddInverse(graph, value) ?? value;
        if (Decimals is > 0 and var places)
            number = graph.Add("Div", [graph.Add("Round", [graph.Add("Mul", [number, graph.Table([DecimalPlaces.Power(places)])])]), graph.Table([DecimalPlaces.Power(places)])]);
        else if (Decimals is 0)
            number = graph.Add("Round", [number]);
        return graph.Add("Clip", [number, graph.Number(Smallest), graph.Number(Largest)]);
    }
}
