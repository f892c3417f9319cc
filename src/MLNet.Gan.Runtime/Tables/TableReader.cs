using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Metrics;

/// <summary>Reads the columns of a view: numbers, vectors of numbers, and text, keys and Booleans as categories.</summary>
internal static class TableReader
{
    private const string Converted = "Converted";

    /// <summary>Reads all columns; a vector becomes a column for each of its values.</summary>
    /// <param name="context">The context.</param>
    /// <param name="view">The table.</param>
    /// <param name="without">Columns that are not read, and stay empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is of another type.</exception>
    public static IReadOnlyList<TableColumn> Read(MLContext context, IDataView view, IReadOnlyList<string> without) =>
    [
        .. view.Schema.Where(column => !column.IsHidden).SelectMany(column => without.Contains(column.Name)
            ? [new(column.Name, [], null)]
            : Read(context, view, column)),
    ];

    private static IEnumerable<TableColumn> Read(MLContext context, IDataView view, DataViewSchema.Column column) => column.Type switch
    {
        NumberDataViewType => [new(column.Name, [.. Doubles(context, view, column).GetColumn<double>(Converted)], null)],
        VectorDataViewType { IsKnownSize: true, ItemType: NumberDataViewType } => Slots(column, [.. Doubles(context, view, column).GetColumn<double[]>(Converted)]),
        TextDataViewType => [new(column.Name, null, [.. view.GetColumn<string>(column).Select(text => text ?? "")])],
        BooleanDataViewType => [new(column.Name, null, [.. view.GetColumn<bool>(column).Select(flag => flag ? "true" : "false")])],
        KeyDataViewType when column.Type.RawType == typeof(uint) => [new(column.Name, null, Keys(view, column))],
        _ => throw new ArgumentOutOfRangeException("inputSchema",
            $"Column '{column.Name}' is of type {column.Type}, but a table's columns are numbers, vectors of numbers, text, keys or "
                + "Booleans. Convert it, or leave it out."),
    };

    private static IDataView Doubles(MLContext context, IDataView view, DataViewSchema.Column column) =>
        context.Transforms.Conversion.ConvertType(Converted, column.Name, DataKind.Double).Fit(view).Transform(view);

    private static IEnumerable<TableColumn> Slots(DataViewSchema.Column column, double[][] rows)
    {
        var names = SlotNames.Of(column);
        for (var i = 0; i < ((VectorDataViewType)column.Type).Size; i++)
        {
            var name = i < names.Count && names[i].Length > 0 ? names[i] : $"{column.Name}[{i}]";
            yield return new(name, [.. rows.Select(row => row[i])], null);
        }
    }

    private static string[] Keys(IDataView view, DataViewSchema.Column column)
    {
        var names = LabelNames.Of(column);
        return
        [
            .. view.GetColumn<uint>(column).Select(key => key == 0 ? ""
                : key <= names.Count ? names[(int)key - 1]
                : FormattableString.Invariant($"{key - 1}")),
        ];
    }
}
