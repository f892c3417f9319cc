using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>The rows of a real data set as text, of which 70 % of each class are for training.</summary>
internal sealed class RealTable
{
    public const string Label = "Class";
    private const string Folder = "artifacts/data/tables";
    private const double TrainingShare = 0.7;
    private const int MostRows = 10_000; // Of shuttle's 58 000, of which the peer would train for an hour.

    private readonly string _header;
    private readonly bool[] _isNumber;

    private RealTable(string header, string[] training, string[] test, bool[] isNumber) =>
        (_header, Training, Test, _isNumber) = (header, training, test, isNumber);

    /// <summary>The data sets, by their files.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["wine", "breast-cancer", "ionosphere", "vehicle", "vowel", "soybean", "german-credit", "income", "shuttle"];

    /// <summary>The rows to train on.</summary>
    public string[] Training { get; }

    /// <summary>The rows to test on.</summary>
    public string[] Test { get; }

    /// <summary>Where a data set is.</summary>
    public static string PathOf(string name) => Path.Combine(Folder, $"{name}.csv");

    /// <summary>Reads a data set and divides it by a seed.</summary>
    public static RealTable Read(string name, int seed)
    {
        var lines = File.ReadAllLines(PathOf(name));
        var columns = lines[0].Split(',');
        var label = Array.IndexOf(columns, Label);
        var rows = lines[1..];
        new Random(seed).Shuffle(rows);
        if (rows.Length > MostRows)
            rows = rows[..MostRows];
        List<string> training = [], test = [];
        foreach (var ofClass in rows.GroupBy(row => row.Split(',')[label]))
        {
            var count = Math.Max(1, (int)Math.Round(TrainingShare * ofClass.Count()));
            training.AddRange(ofClass.Take(count));
            test.AddRange(ofClass.Skip(count));
        }

        string[][] cells = [.. rows.Select(row => row.Split(','))];
        return new(lines[0], [.. training], [.. test], [.. columns.Index().Select(column =>
            column.Item != Label && cells.All(row => row[column.Index].Length == 0 || double.TryParse(row[column.Index], CultureInfo.InvariantCulture, out _)))]);
    }

    /// <summary>The class of a row.</summary>
    public string ClassOf(string row) => row.Split(',')[ClassColumn];

    /// <summary>A row with another class.</summary>
    public string WithClass(string row, string name)
    {
        var cells = row.Split(',');
        cells[ClassColumn] = name;
        return string.Join(',', cells);
    }

    /// <summary>The same columns with other rows.</summary>
    public RealTable With(string[] training, string[] test) => new(_header, training, test, _isNumber);

    /// <summary>Writes rows as a file.</summary>
    public void Write(string path, IEnumerable<string> rows) => File.WriteAllLines(path, rows.Prepend(_header));

    /// <summary>Loads such a file: columns of numbers as doubles, the others as text.</summary>
    public IDataView Load(MLContext context, string path) => context.Data.Cache(context.Data.CreateTextLoader(new TextLoader.Options
    {
        HasHeader = true, Separators = [','], MissingRealsAsNaNs = true,
        Columns = [.. _header.Split(',').Select((name, i) => new TextLoader.Column(name, _isNumber[i] ? DataKind.Double : DataKind.String, i))],
    }).Load(path));

    /// <summary>Returns generated rows as lines.</summary>
    public string[] Lines(IDataView view)
    {
        using var cursor = view.GetRowCursor(view.Schema);
        Func<string>[] cells = [.. _header.Split(',').Select((name, i) => Cell(cursor, view.Schema[name], _isNumber[i]))];
        List<string> lines = [];
        while (cursor.MoveNext())
            lines.Add(string.Join(',', cells.Select(cell => cell())));
        return [.. lines];
    }

    private int ClassColumn => Array.IndexOf(_header.Split(','), Label);

    private static Func<string> Cell(DataViewRowCursor cursor, DataViewSchema.Column column, bool isNumber)
    {
        if (isNumber)
        {
            var number = cursor.GetGetter<double>(column);
            return () =>
            {
                double value = default;
                number(ref value);
                return double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
            };
        }

        var text = cursor.GetGetter<ReadOnlyMemory<char>>(column);
        return () =>
        {
            ReadOnlyMemory<char> value = default;
            text(ref value);
            return value.ToString();
        };
    }
}
