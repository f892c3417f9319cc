using System.Text.Json.Nodes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A type that a column of a table, or each value of its vectors, can have.</summary>
internal interface ITableType
{
    /// <summary>Its name, such as "Single" or "Key&lt;UInt32&gt;".</summary>
    string Name { get; }

    /// <summary>The type that ML.NET's vectors and annotations have as their items.</summary>
    PrimitiveDataViewType ItemType(ulong keyCount);

    /// <summary>Returns an empty column of stored values.</summary>
    ITableRowsColumn NewRows(TableColumnSchema schema);

    /// <summary>Reads a column's encoding as <see cref="ITableColumnEncoding.ToJson"/> wrote it.</summary>
    ITableColumnEncoding FromJson(TableColumnSchema schema, JsonObject json);

    /// <summary>Reads an annotation that is a vector of values of this type.</summary>
    JsonArray ReadAnnotation(DataViewSchema.Column column, string kind);

    /// <summary>Adds an annotation that is a vector of values of this type.</summary>
    void AddAnnotation(DataViewSchema.Annotations.Builder builder, string kind, JsonArray values);
}
