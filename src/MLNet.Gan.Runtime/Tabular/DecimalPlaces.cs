namespace MLNet.Gan;

/// <summary>How many decimals the numbers of a column have.</summary>
internal static class DecimalPlaces
{
    private const int Most = 15;
    private const double SingleDigits = 1e7, DoubleDigits = 1e15;

    private static readonly double[] Powers = [.. Enumerable.Range(0, Most + 1).Select(places => double.Parse($"1e{places}", System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>10 to the power of a number of decimals.</summary>
    public static double Power(int places) => Powers[places];

    /// <summary>
    /// Returns the least number of decimals of which every number is a multiple; null where one has more digits than its type
    /// can tell apart: such numbers were computed rather than written.
    /// </summary>
    public static int? Of(IEnumerable<double> numbers, bool isSingle)
    {
        var places = 0;
        foreach (var number in numbers.Where(number => !double.IsInteger(number)))
        {
            while (places <= Most && !Fits(number, places, isSingle))
                places++;
            if (places > Most || Math.Abs(number) * Powers[places] >= (isSingle ? SingleDigits : DoubleDigits))
                return null;
        }

        return places;
    }

    /// <summary>Rounds a number to decimals.</summary>
    public static double Round(double number, int places) => places == 0 ? Math.Round(number) : Math.Round(number * Powers[places]) / Powers[places];

    private static bool Fits(double number, int places, bool isSingle)
    {
        var rounded = Round(number, places);
        return isSingle ? (float)rounded == (float)number : rounded == number;
    }
}
