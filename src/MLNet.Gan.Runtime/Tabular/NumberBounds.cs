namespace MLNet.Gan;

/// <summary>The smallest and the largest number that are generated.</summary>
internal static class NumberBounds
{
    // The largest double that is a long.
    private static readonly double LargestWhole = Math.BitDecrement(9223372036854775808.0);

    /// <summary>Returns those of the data or, where they are given, of the options, as numbers of a scale that are generated exactly.</summary>
    /// <exception cref="InvalidOperationException">The bounds given leave nothing between them.</exception>
    public static (double Smallest, double Largest) Of<T>(
        INumberScale<T> scale, T smallest, T largest, int? decimals, TableColumnOptions chosen, string name)
    {
        if (scale.Grid is { Step: > 1 } && (chosen.Minimum ?? chosen.Maximum) is not null)
            throw new InvalidOperationException($"Column '{name}' has dates or times, of which Minimum and Maximum cannot be set. Leave them null.");
        var low = Inner(scale, smallest, decimals, chosen.Minimum, Math.Ceiling, (value, bound) => Comparer<T>.Default.Compare(value, bound) < 0, Math.BitIncrement);
        var high = Inner(scale, largest, decimals, chosen.Maximum, Math.Floor, (value, bound) => Comparer<T>.Default.Compare(value, bound) > 0, Math.BitDecrement);
        return low <= high ? (low, high) : throw new InvalidOperationException(
            $"Column '{name}' has values from {smallest} to {largest}, and none that can be generated lies between {chosen.Minimum?.ToString() ?? "these"} and "
                + $"{chosen.Maximum?.ToString() ?? "these"}. Set Minimum and Maximum of its options further apart.");
    }

    private static double Inner<T>(INumberScale<T> scale, T learned, int? decimals, double? given, Func<double, double> round,
        Func<T, T, bool> isBeyond, Func<double, double> inwards)
    {
        if (given is { } bound)
        {
            if (scale.Grid is { } grid)
                return Math.Clamp(round((bound - grid.Origin) / grid.Step), -LargestWhole, LargestWhole);
            if (decimals is not { } places)
                return bound;
            var near = DecimalPlaces.Round(bound, places);
            return near == bound ? near : round(bound * DecimalPlaces.Power(places)) / DecimalPlaces.Power(places);
        }

        var number = scale.ToNumber(learned);
        if (scale.Grid is not null)
            number = Math.Clamp(number, -9223372036854775808.0, LargestWhole);
        while (isBeyond(scale.FromNumber(number), learned)) // A distance beyond 2⁵³ may have been rounded outwards.
            number = inwards(number);
        return number;
    }
}
