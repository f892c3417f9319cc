using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Images;

namespace MLNet.Gan.Tool.Tables;

/// <summary>Reads a table from a text file (CSV) with ML.NET's loader.</summary>
internal static partial class TableFile
{
    private const string Row = "Row";

    private static readonly string[] Missing = ["", "?", "NA", "N/A", "NaN", "nan", "null", "NULL"];

    /// <summary>
    /// Reads all columns: one whose values are numbers, at least one of them, has numbers, every other one categories.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">It is no table, a line has another number of values, or its numbers have commas.</exception>
    public static IReadOnlyList<TableColumn> Read(string path, char separator, bool hasHeader)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file '{path}'.");
        if (new FileInfo(path).Length == 0)
            throw new FormatException($"'{path}' is empty. A table is a text file with a row a line.");
        if (OtherFile.InsteadOfATable(path) is { } content)
            throw new FormatException($"'{path}' is {content.Is}, but a table is a text file with a row a line. {content.Do}");
        var count = TableLines.Check(path, separator);
        using (var lines = new StreamReader(path))
        {
            if (count == 1 && lines.ReadLine() is { } line && ",;\t|".Where(line.Contains).Cast<char?>().FirstOrDefault() is { } better)
                throw new FormatException($"'{path}' has one column, '{line}'. Give the separator: --separator '{(better == '\t' ? "tab" : better)}'.");
        }

        var view = new MLContext().Data.LoadFromTextFile(path, new TextLoader.Options
        {
            Columns = [new(Row, DataKind.String, [new(0, count - 1)])],
            Separators = [separator],
            HasHeader = hasHeader,
            AllowQuoting = true,
            ReadMultilines = true,
        });
        string[][] rows = [.. view.GetColumn<string[]>(Row)];
        return rows.Length == 0 ? throw new FormatException($"'{path}' has no row{(hasHeader ? " but its header" : "")}.")
            : [.. Names(view, count).Select((name, i) => Column(path, name, [.. rows.Select(row => Text(row[i]))]))];
    }

    private static List<string> Names(IDataView view, int count)
    {
        VBuffer<ReadOnlyMemory<char>> slots = default;
        if (view.Schema[Row].HasSlotNames())
            view.Schema[Row].GetSlotNames(ref slots);
        return [.. Enumerable.Range(0, count).Select(i => i < slots.Length && slots.GetItemOrDefault(i).Trim() is { IsEmpty: false } name
            ? name.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"column {i + 1}"))];
    }

    private static string Text(string? value) => value?.Trim() is { } text && !Missing.Contains(text) ? text : "";

    private static TableColumn Column(string path, string name, string[] values)
    {
        string[] known = [.. values.Where(value => value.Length > 0)];
        if (known.Length > 0 && known.All(value => Number(value) is not null))
            return new(name, [.. values.Select(value => Number(value) ?? double.NaN)], null);
        if (known.Length > 0 && known.All(value => Number(value) is not null || DecimalComma().IsMatch(value)))
            throw new FormatException(
                $"Column '{name}' of '{path}' has numbers with commas, such as '{known.First(DecimalComma().IsMatch)}'. Write decimals with a "
                    + "point, and thousands without a separator.");
        return new(name, null, values);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    [GeneratedRegex(@"^[+-]?\d+,\d+$")]
    private static partial Regex DecimalComma();
}
