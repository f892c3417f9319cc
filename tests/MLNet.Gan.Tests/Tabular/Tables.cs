using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Tabular;

/// <summary>Small tables, and what is in a view (arrays for vectors: ML.NET uses a buffer again for the next row).</summary>
internal static class Tables
{
    public static readonly TableEncodingOptions Default = new();

    public static IDataView Of<T>(IEnumerable<T> values) => new MLContext(1).Data.LoadFromEnumerable(values.Select(value => new One<T> { X = value }));

    public static TableEncoding Fit<T>(IEnumerable<T> values, TableColumnOptions? column = null) =>
        TableEncoding.Fit(Of(values), column is null ? Default : new() { Columns = [column] }, seed: 3);

    /// <summary>A column's values after encoding and decoding.</summary>
    public static T[] RoundTrip<T>(IReadOnlyList<T> values, TableColumnOptions? column = null) => Column<T>(RoundTrip(Of(values), Fit(values, column)), "X");

    public static IDataView RoundTrip(IDataView view, TableEncoding encoding) => new DecodedView(encoding, Encoded(view, encoding));

    public static StoredRows Encoded(IDataView view, TableEncoding encoding) =>
        new(encoding.Encode(TableRows.Read(view, [.. encoding.Columns.Select(column => column.Schema.Name)]), seed: 5), encoding.Layout.Width);

    public static T[] Column<T>(IDataView view, string name) => [.. view.GetColumn<T>(view.Schema[name])];

    /// <summary>Encoded rows in which every number is random, not only one state is above 0.</summary>
    public static StoredRows Random(TableEncoding encoding, int rows, int seed = 9)
    {
        var random = new Random(seed);
        return new(Enumerable.Range(0, rows * encoding.Layout.Width).Select(_ => 2 * random.NextSingle() - 1).ToArray(), encoding.Layout.Width);
    }

    public sealed class One<T>
    {
        public T X { get; set; } = default!;
    }
}
