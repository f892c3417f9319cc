using System.Globalization;
using System.Text.RegularExpressions;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Tables;

/// <summary>The texts of a column of a file, of which it is decided whether they are numbers.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The column's name.</param>
/// <param name="Values">The texts, trimmed; empty where a value is missing.</param>
/// <param name="Lines">The line of each.</param>
internal sealed partial record TextColumn(string Path, string Name, string[] Values, IReadOnlyList<int> Lines)
{
    /// <summary>Returns the finite number that a text is; null if it is none.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Returns the values as numbers if all are, and as categories if half of them or more are none.</summary>
    /// <exception cref="FormatException">Most are numbers, but not all, or some are written in a form that is not read.</exception>
    public TableColumn Read()
    {
        var known = Values.Count(value => value.Length > 0);
        var numbers = Values.Count(value => Number(value) is not null);
        if (known > 0 && numbers == known)
            return new(Name, [.. Values.Select(value => Number(value) ?? double.NaN)], null);
        var others = Values.Count(value => Number(value) is null && OtherNumber().IsMatch(value));
        if (2 * (numbers + others) <= known)
            return AsCategories();
        var (row, text) = Values.Index().First(value => value.Item.Length > 0 && Number(value.Item) is null);
        var remedy = $"if the values are no numbers, add --categories '{Name}'.";
        throw numbers + others == known
            ? new FormatException(
                $"Column '{Name}' of '{Path}' has numbers in a form that is not read, such as '{text}' in line {Lines[row]}. Write decimals with a "
                    + $"point, thousands without a separator, and no sign of a unit; {remedy}")
            : new FormatException(
                $"Column '{Name}' of '{Path}' has {numbers + others} numbers, but line {Lines[row]} has '{text}'. Correct it, or leave it empty if the "
                    + $"value is missing; {remedy}");
    }

    /// <summary>Returns the values as categories.</summary>
    public TableColumn AsCategories() => new(Name, null, Values);

    /// <summary>A number with a decimal comma, separated thousands, a percent sign, a currency or a typographic minus.</summary>
    [GeneratedRegex(@"^[+\-\u2212]?[$€£¥]?\s?[+\-\u2212]?(\d+|\d{1,3}([.,'’\s]\d{3})+)([.,]\d+)?\s?[%‰$€£¥]?$")]
    private static partial Regex OtherNumber();
}
