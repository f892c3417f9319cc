using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Images;

namespace MLNet.Gan.Tool.Tables;

/// <summary>Reads a table from a text file (CSV) with ML.NET's loader.</summary>
internal static class TableFile
{
    private const string Row = "Row";

    private static readonly string[] Missing = ["", "?", "NA", "N/A", "NaN", "nan", "null", "NULL"];

    /// <summary>
    /// Reads the columns: one whose values are numbers, at least one of them, has numbers, every other one categories.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">
    /// It is no table, a line has another number of values, a column has numbers and a few other values, or the header is missing.
    /// </exception>
    public static IReadOnlyList<TableColumn> Read(string path, TableFormat format)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file '{path}'.");
        if (new FileInfo(path).Length == 0)
            throw new FormatException($"'{path}' is empty. A table is a text file with a row a line.");
        if (OtherFile.InsteadOfATable(path) is { } content)
            throw new FormatException($"'{path}' is {content.Is}, but a table is a text file with a row a line. {content.Do}");
        var (count, starts) = TableLines.Check(path, format.Separator);
        var view = new MLContext().Data.LoadFromTextFile(path, new TextLoader.Options
        {
            Columns = [new(Row, DataKind.String, [new(0, count - 1)])],
            Separators = [format.Separator],
            HasHeader = format.HasHeader,
            AllowQuoting = true,
            ReadMultilines = true,
        });
        string[][] rows = [.. view.GetColumn<string[]>(Row)];
        int[] lines = [.. starts.Skip(format.HasHeader ? 1 : 0)];
        if (rows.Length != lines.Length)
            throw new FormatException($"'{path}' has {lines.Length} rows, but ML.NET's loader reads {rows.Length}. Remove line breaks within its header.");
        if (rows.Length == 0)
            throw new FormatException($"'{path}' has no row{(format.HasHeader ? " but its header" : "")}.");
        var names = Names(view, count);
        RequireNames(path, names);
        return
        [
            .. names.Index().Select(column => new TextColumn(path, column.Item, [.. rows.Select(row => Text(row[column.Index]))], lines))
                .Select(column => format.Categories.Contains(column.Name) ? column.AsCategories() : column.Read()),
        ];
    }

    /// <summary>Requires that the header is none of the rows: no name is a number, but those that count the columns.</summary>
    private static void RequireNames(string path, List<string> names)
    {
        if (names.Find(name => TextColumn.Number(name) is { } number && !(double.IsInteger(number) && number >= 0)) is { } value)
            throw new FormatException(
                $"The first line of '{path}' has the number '{value}' where the name of a column should be. Give the file a header; if neither "
                    + "file has one, add --no-header.");
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
}
