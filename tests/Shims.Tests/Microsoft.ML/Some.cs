using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests;

/// <summary>Small data for tests.</summary>
internal static class Some
{
    public static readonly MLContext Context = new(seed: 1);

    /// <summary>The points (0, 0), (1, −1), (2, −2)…</summary>
    public static IDataView Points(int count) =>
        Context.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(Point).ToList());

    public static Point Point(int i) => new() { X = [i, -i], Label = (uint)(i % 3 + 1) };

    public static DataViewSchema Schema(params (string Name, DataViewType Type)[] columns)
    {
        DataViewSchema.Builder builder = new();
        foreach (var (name, type) in columns)
            builder.AddColumn(name, type);
        return builder.ToSchema();
    }

    public static IEnumerable<float[]> Vectors(this IDataView view, string column) => view.GetColumn<float[]>(column);

    /// <summary>The ids and first coordinates of the rows of a cursor.</summary>
    public static List<(DataViewRowId Id, float X)> Read(DataViewRowCursor cursor)
    {
        using var _ = cursor;
        var getId = cursor.GetIdGetter();
        var getX = cursor.GetGetter<VBuffer<float>>(cursor.Schema["X"]);
        List<(DataViewRowId, float)> rows = [];
        DataViewRowId id = default;
        VBuffer<float> x = default;
        while (cursor.MoveNext())
        {
            getId(ref id);
            getX(ref x);
            rows.Add((id, x.GetValues()[0]));
        }

        return rows;
    }

    public static List<(DataViewRowId Id, float X)> Read(IDataView view, Random? random = null) =>
        Read(view.GetRowCursor([view.Schema["X"]], random));
}
