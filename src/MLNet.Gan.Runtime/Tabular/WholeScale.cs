namespace MLNet.Gan;

/// <summary>
/// Integers, also beyond 2⁵³: the number of a value is its distance from an origin in steps, so that the subtraction is exact.
/// </summary>
/// <param name="Origin">The value of the number 0.</param>
/// <param name="Step">The distance of neighboring values.</param>
internal sealed record WholeScale(long Origin, long Step) : INumberScale<long>
{
    /// <inheritdoc/>
    public double? Quantum => 1;

    /// <inheritdoc/>
    public (long Origin, long Step)? Grid => (Origin, Step);

    /// <summary>
    /// Returns the scale of a column: the origin is the value in the middle of the range, and the step the largest that divides
    /// the distances of all values.
    /// </summary>
    /// <param name="smallest">The smallest value.</param>
    /// <param name="largest">The largest value.</param>
    /// <param name="values">The values without missing ones.</param>
    /// <param name="steps">The steps to choose among, of which each divides the one before; 1 is the last.</param>
    public static WholeScale Of(long smallest, long largest, IEnumerable<long> values, ReadOnlySpan<long> steps)
    {
        var chosen = 0;
        foreach (var value in values)
        {
            while ((Int128)(value - (Int128)smallest) % steps[chosen] != 0)
                chosen++;
        }

        // Rounded up, so that no distance from the origin is longer than a long: −2⁶³ … 2⁶³ − 1 around 0.
        var steps64 = ((Int128)largest - smallest) / steps[chosen];
        var middle = smallest + (steps64 + 1) / 2 * steps[chosen];
        return new((long)(middle > largest ? largest : middle), steps[chosen]);
    }

    /// <inheritdoc/>
    public double ToNumber(long value) => (double)(((Int128)value - Origin) / Step);

    /// <inheritdoc/>
    public long FromNumber(double number) => unchecked(Origin + (long)number * Step);

    /// <inheritdoc/>
    public OnnxValue FromNumber(OnnxGraph graph, OnnxValue number)
    {
        var whole = graph.Cast(number, OnnxElement.Int64);
        var distance = Step == 1 ? whole : graph.Add("Mul", [whole, graph.Constant(Step)]);
        return Origin == 0 ? distance : graph.Add("Add", [distance, graph.Constant(Origin)]);
    }
}
