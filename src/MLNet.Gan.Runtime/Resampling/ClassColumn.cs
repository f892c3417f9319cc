using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Reads the names of classes out of a column of keys, text or Booleans.</summary>
internal static class ClassColumn
{
    private const string Expected = "Key<UInt32>, String or Boolean";

    /// <summary>The column of classes.</summary>
    public static DataViewSchema.Column Find(DataViewSchema schema, string name)
    {
        var column = ColumnCheck.Find(schema, "label", name);
        return column.Type is TextDataViewType or BooleanDataViewType || IsKey(column.Type)
            ? column
            : throw ColumnCheck.Mismatch("label", name, Expected, column.Type.ToString()!, Advice(name));
    }

    /// <summary>Checks a promised column of classes.</summary>
    public static void Has(SchemaShape schema, string name)
    {
        ColumnCheck.Has(schema, "label", name);
        var column = schema.Last(column => column.Name == name);
        if (column.Kind != SchemaShape.Column.VectorKind.Scalar
            || !(column.IsKey || column.ItemType is TextDataViewType or BooleanDataViewType))
            throw ColumnCheck.Mismatch("label", name, Expected, column.ItemType.ToString()!, Advice(name));
    }

    /// <summary>Returns a reader of the name of the class in the current row.</summary>
    /// <param name="row">The row, or a cursor.</param>
    /// <param name="column">The column.</param>
    public static Func<string> Bind(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is BooleanDataViewType)
            return Read<bool>(row, column, value => value ? bool.TrueString : bool.FalseString);
        if (column.Type is TextDataViewType)
            return Read<ReadOnlyMemory<char>>(row, column, text => text.Length > 0 ? text.ToString() : throw Missing(row, column, "text"));
        var names = KeyNames(column);
        return Read<uint>(row, column, key => key == 0 ? throw Missing(row, column, "key")
            : key <= names.Count ? names[(int)key - 1] : key.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The names of a column of keys in the order of the keys; empty where they have none.</summary>
    public static IReadOnlyList<string> KeyNames(DataViewSchema.Column column) => LabelNames.Of(column);

    private static bool IsKey(DataViewType type) => type is KeyDataViewType && type.RawType == typeof(uint);

    private static Func<string> Read<T>(DataViewRow row, DataViewSchema.Column column, Func<T, string> name)
    {
        var getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return name(value);
        };
    }

    private static string Advice(string name) =>
        $"Number the classes with ml.Transforms.Conversion.MapValueToKey(\"{name}\"), or make Booleans of two of them with "
            + $"ml.Transforms.Conversion.ConvertType(\"{name}\", outputKind: DataKind.Boolean).";

    private static InvalidOperationException Missing(DataViewRow row, DataViewSchema.Column column, string kind) => new(
        $"Row {row.Position} of label column '{column.Name}' has no {kind} (a missing value). Leave rows without a class out, for "
            + (kind == "key" ? $"example with ml.Data.FilterRowsByMissingValues(rows, \"{column.Name}\")." : "example with ml.Data.FilterByCustomPredicate."));
}
