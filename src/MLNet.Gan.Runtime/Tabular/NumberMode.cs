namespace MLNet.Gan;

/// <summary>A component of a column's mixture, in which a value x becomes (x − mean) / reach.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation.</param>
/// <param name="Reach">The distance from the mean that becomes 1: four standard deviations, or more to hold outliers.</param>
/// <param name="Count">About how many rows it has.</param>
internal sealed record NumberMode(double Mean, double Deviation, double Reach, long Count)
{
    /// <summary>Whether a value becomes a number of [−1, 1].</summary>
    public bool Holds(double value) => Math.Abs(value - Mean) <= Reach * (1 + 1e-12);

    /// <summary>The logarithm of the component's density times its weight, up to a constant.</summary>
    public double LogDensity(double value)
    {
        var distance = (value - Mean) / Deviation;
        return Math.Log(Math.Max(Count, 1)) - Math.Log(Deviation) - 0.5 * distance * distance;
    }
}
