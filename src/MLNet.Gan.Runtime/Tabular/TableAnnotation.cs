using System.Text.Json.Nodes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>An annotation of a column that is a vector, such as its key values.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Type">The name of the type of its values.</param>
/// <param name="Values">Its values.</param>
internal sealed record TableAnnotation(string Kind, string Type, JsonArray Values)
{
    /// <summary>Reads an annotation; null where there is none, or one of another type.</summary>
    public static TableAnnotation? Of(DataViewSchema.Column column, string kind) =>
        column.Annotations.Schema.GetColumnOrNull(kind)?.Type is VectorDataViewType { ItemType: var item } && TableTypes.Find(item) is { } type
            ? new(kind, type.Name, type.ReadAnnotation(column, kind))
            : null;

    /// <summary>Adds it to those of a column.</summary>
    public void AddTo(DataViewSchema.Annotations.Builder builder) => TableTypes.Named(Type)!.AddAnnotation(builder, Kind, Values);
}
