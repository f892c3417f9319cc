using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Metrics;

/// <summary>
/// Reads the columns of a view in one pass: numbers, vectors of numbers, and text, keys and Booleans as categories.
/// </summary>
internal static class TableReader
{
    private const string Converted = "MLNet.Gan.Table.";

    /// <summary>Reads all columns; a vector becomes a column for each of its values.</summary>
    /// <param name="context">The context.</param>
    /// <param name="view">The table.</param>
    /// <param name="without">Columns that are not read.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is of another type.</exception>
    public static IReadOnlyList<TableColumn> Read(MLContext context, IDataView view, IReadOnlyList<string> without)
    {
        DataViewSchema.Column[] columns = [.. view.Schema.Where(column => !column.IsHidden && !without.Contains(column.Name))];
        InputOutputColumnPair[] numbers = [.. columns.Where(IsNumber).Select(column => new InputOutputColumnPair(Converted + column.Name, column.Name))];
        var read = numbers.Length == 0 ? view : context.Transforms.Conversion.ConvertType(numbers, DataKind.Double).Fit(view).Transform(view);
        using var cursor = read.GetRowCursor([.. columns.Select(column => read.Schema[IsNumber(column) ? Converted + column.Name : column.Name])]);
        (Action Add, Func<IEnumerable<TableColumn>> End)[] readers =
            [.. columns.Select(column => Reader(cursor, column, read.Schema[IsNumber(column) ? Converted + column.Name : column.Name]))];
        while (cursor.MoveNext())
        {
            foreach (var (add, _) in readers)
                add();
        }

        return [.. readers.SelectMany(reader => reader.End())];
    }

    private static bool IsNumber(DataViewSchema.Column column) => column.Type is NumberDataViewType
        or VectorDataViewType { IsKnownSize: true, ItemType: NumberDataViewType };

    private static (Action Add, Func<IEnumerable<TableColumn>> End) Reader(
        DataViewRowCursor cursor, DataViewSchema.Column column, DataViewSchema.Column read) => column.Type switch
        {
            NumberDataViewType => Of<double, double>(cursor, read, value => value, values =>
                [new TableColumn(column.Name, values, null) { IsSingle = column.Type.RawType == typeof(float) }]),
            VectorDataViewType { IsKnownSize: true, ItemType: NumberDataViewType } vector => Of<VBuffer<double>, double[]>(
                cursor, read, value => [.. value.DenseValues()], rows => Slots(column, vector, rows)),
            TextDataViewType => Of<ReadOnlyMemory<char>, string>(cursor, read, text => text.ToString(), values =>
                [new TableColumn(column.Name, null, values)]),
            BooleanDataViewType => Of<bool, string>(cursor, read, flag => flag ? "true" : "false", values =>
                [new TableColumn(column.Name, null, values)]),
            KeyDataViewType when column.Type.RawType == typeof(uint) => Keys(cursor, column, read),
            _ => throw new ArgumentOutOfRangeException("inputSchema",
                $"Column '{column.Name}' is of type {column.Type}, but a table's columns are numbers, vectors of numbers, text, keys (UInt32) or "
                    + "Booleans. Convert it, or leave it out."),
        };

    private static (Action Add, Func<IEnumerable<TableColumn>> End) Of<T, TValue>(
        DataViewRowCursor cursor, DataViewSchema.Column column, Func<T, TValue> convert, Func<TValue[], IEnumerable<TableColumn>> end)
    {
        var getter = cursor.GetGetter<T>(column);
        T value = default!;
        List<TValue> values = [];
        return (() =>
        {
            getter(ref value);
            values.Add(convert(value));
        }, () => end([.. values]));
    }

    private static IEnumerable<TableColumn> Slots(DataViewSchema.Column column, VectorDataViewType type, double[][] rows)
    {
        var names = SlotNames.Of(column);
        for (var i = 0; i < type.Size; i++)
        {
            var name = i < names.Count && names[i].Length > 0 ? names[i] : $"{column.Name}[{i}]";
            yield return new(name, [.. rows.Select(row => row[i])], null)
            {
                Origin = column.Name, IsSingle = type.ItemType == NumberDataViewType.Single,
            };
        }
    }

    private static (Action Add, Func<IEnumerable<TableColumn>> End) Keys(
        DataViewRowCursor cursor, DataViewSchema.Column column, DataViewSchema.Column read)
    {
        var names = LabelNames.Of(column);
        return Of<uint, string>(cursor, read,
            key => key == 0 ? "" : key <= names.Count ? names[(int)key - 1] : FormattableString.Invariant($"{key - 1}"),
            values => [new TableColumn(column.Name, null, values)]);
    }
}
