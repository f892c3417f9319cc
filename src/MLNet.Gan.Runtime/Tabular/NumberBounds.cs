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
        var low = Inner(scale, smallest, decimals, chosen.Minimum, Math.Ceiling, (value, bound) => Comparer<T>.Default.Compare(value, bound) < 0, Math.BitIncrement);
        var high = Inner(scale, largest, decimals, chosen.Maximum, Math.Floor, (value, bound) => Comparer<T>.Default.Compare(value, bound) > 0, Math.BitDecrement);
        return low <= high ? (low, high) : throw new InvalidOperationException(FormattableString.Invariant(
            $"Column '{name}' has values from {smallest} to {largest}, and none that can be generated lies between {chosen.Minimum ?? (object)smallest!} and ")
                + FormattableString.Invariant($"{chosen.Maximum ?? (object)largest!}. Set Minimum and Maximum of its options further apart."));
    }

    private static double Inner<T>(INumberScale<T> scale, T learned, int? decimals, double? given, Func<double, double> round,
        Func<T, T, bool> isBeyond, Func<double, double> inwards)
    {
        if (scale.Grid is { } grid && given is { } bound)
            return Math.Clamp(round((bound - grid.Origin) / grid.Step), -LargestWhole, LargestWhole);
        if (scale.Grid is null)
            return Rounded(given ?? scale.ToNumber(learned), decimals, near => given is null ? scale.FromNumber(near)!.Equals(learned) : near == given, round);

        var number = Math.Clamp(scale.ToNumber(learned), -9223372036854775808.0, LargestWhole);
        while (isBeyond(scale.FromNumber(number), learned)) // A distance beyond 2⁵³ may have been rounded outwards.
            number = inwards(number);
        return number;
    }

    /// <summary>A bound with so many decimals: itself, if it has no more, or else the next that lies within.</summary>
    private static double Rounded(double bound, int? decimals, Func<double, bool> isSame, Func<double, double> round) =>
        decimals is not { } places ? bound
            : DecimalPlaces.Round(bound, places) is var near && isSame(near) ? near
            : round(bound * DecimalPlaces.Power(places)) / DecimalPlaces.Power(places);
}
