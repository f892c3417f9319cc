using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Finds columns and checks their types, with the exceptions and the wording of ML.NET.</summary>
internal static class ColumnCheck
{
    /// <summary>The types that a column of samples can have, for messages.</summary>
    public const string SampleTypes = "Vector<Single>, Vector<Byte> or an image";

    /// <summary>What to do about pixels whose colors lie side by side.</summary>
    public const string InterleavedAdvice =
        "The colors of its pixels are interleaved, but a sample has a plane for each color. Extract the pixels with "
            + "interleavePixelColors: false.";

    /// <summary>The newest column of a name.</summary>
    public static DataViewSchema.Column Find(DataViewSchema schema, string role, string name) =>
        schema.GetColumnOrNull(name) ?? throw Missing(role, name);

    /// <summary>A column that holds vectors of <see cref="float"/>, of a given size where its size is known.</summary>
    public static DataViewSchema.Column FindVector(DataViewSchema schema, string role, string name, int size)
    {
        var column = Find(schema, role, name);
        return column.Type is VectorDataViewType { Size: var known } vector
            && vector.ItemType == NumberDataViewType.Single && (known == 0 || known == size)
            ? column
            : throw Mismatch(role, name, $"Vector<Single, {size}>", column.Type.ToString()!,
                ColumnAdvice.ForVector(name, column.Type));
    }

    /// <summary>A column that holds classes.</summary>
    public static DataViewSchema.Column FindLabel(DataViewSchema schema, string name)
    {
        var column = Find(schema, "label", name);
        return column.Type is NumberDataViewType
            || (column.Type is KeyDataViewType && column.Type.RawType == typeof(uint))
            ? column
            : throw Mismatch("label", name, "Key<UInt32> or a number", column.Type.ToString()!,
                ColumnAdvice.ForLabel(name, column.Type));
    }

    /// <summary>Checks that there is a column that an option names.</summary>
    public static void Named(DataViewSchema schema, string name, string option)
    {
        if (schema.GetColumnOrNull(name) is null)
            throw new ArgumentOutOfRangeException("inputSchema",
                $"{NotFound("input", name)}. Set {option} to one of "
                    + $"{string.Join(", ", schema.Where(column => !column.IsHidden).Select(column => $"'{column.Name}'"))}.");
    }

    /// <summary>Checks that a column is promised.</summary>
    public static void Has(SchemaShape schema, string role, string name) => Find(schema, role, name);

    /// <summary>Checks a promised column of vectors.</summary>
    public static void Vector(SchemaShape schema, string role, string name)
    {
        var column = Find(schema, role, name);
        if (column.Kind == SchemaShape.Column.VectorKind.Scalar || column.IsKey
            || column.ItemType != NumberDataViewType.Single)
            throw Mismatch(role, name, "Vector<Single>", Text(column), ColumnAdvice.ForVector(name, TypeOf(column)));
    }

    /// <summary>
    /// Checks a promised column of samples: vectors of <see cref="float"/> or <see cref="byte"/>, or images.
    /// </summary>
    public static SchemaShape.Column Samples(SchemaShape schema, string role, string name)
    {
        var column = Find(schema, role, name);
        var isVector = column.Kind != SchemaShape.Column.VectorKind.Scalar && !column.IsKey
            && (column.ItemType == NumberDataViewType.Single || column.ItemType == NumberDataViewType.Byte);
        var isImage = column.Kind == SchemaShape.Column.VectorKind.Scalar && column.ItemType.RawType == typeof(MLImage);
        return isVector || isImage ? column
            : throw Mismatch(role, name, SampleTypes, Text(column), ColumnAdvice.ForVector(name, TypeOf(column)));
    }

    /// <summary>Checks a promised column of classes.</summary>
    public static void Label(SchemaShape schema, string name)
    {
        var column = Find(schema, "label", name);
        if (column.Kind != SchemaShape.Column.VectorKind.Scalar
            || !(column.IsKey || column.ItemType is NumberDataViewType))
            throw Mismatch("label", name, "Key<UInt32> or a number", Text(column),
                ColumnAdvice.ForLabel(name, TypeOf(column)));
    }

    private static SchemaShape.Column Find(SchemaShape schema, string role, string name)
    {
        var found = schema.Where(column => column.Name == name).ToList();
        return found.Count > 0 ? found[^1] : throw Missing(role, name);
    }

    /// <summary>The type of a promised column; the size of a vector is not known.</summary>
    private static DataViewType TypeOf(SchemaShape.Column column) =>
        column.Kind == SchemaShape.Column.VectorKind.Scalar || column.ItemType is not PrimitiveDataViewType item
            ? column.ItemType
            : new VectorDataViewType(item);

    private static string Text(SchemaShape.Column column)
    {
        var item = column.IsKey ? $"Key<{column.ItemType}>" : $"{column.ItemType}";
        return column.Kind switch
        {
            SchemaShape.Column.VectorKind.Scalar => item,
            SchemaShape.Column.VectorKind.Vector => $"Vector<{item}>",
            _ => $"VarVector<{item}>",
        };
    }

    private static ArgumentOutOfRangeException Missing(string role, string name) =>
        new("inputSchema", NotFound(role, name));

    private static string NotFound(string role, string name) => $"Could not find {role} column '{name}'";

    /// <summary>The error of a column of another type.</summary>
    /// <param name="role">What the column is for.</param>
    /// <param name="name">Its name.</param>
    /// <param name="expected">The type that it must have.</param>
    /// <param name="actual">The type that it has.</param>
    /// <param name="advice">What to do, in sentences; empty if unknown.</param>
    public static ArgumentOutOfRangeException Mismatch(
        string role, string name, string expected, string actual, string advice = "") => new("inputSchema",
            $"Schema mismatch for {role} column '{name}': expected {expected}, got {actual}"
                + (advice.Length > 0 ? $". {advice}" : ""));
}
