using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The slot names of a column of vectors: one name for each component.</summary>
internal static class SlotNames
{
    /// <summary>The annotation that holds them.</summary>
    public const string Kind = "SlotNames";

    /// <summary>The names of a column's components; empty where the column has none.</summary>
    public static IReadOnlyList<string> Of(DataViewSchema.Column column)
    {
        if (!column.HasSlotNames())
            return [];

        VBuffer<ReadOnlyMemory<char>> names = default;
        column.GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }

    /// <summary>Names as the annotations of a column; null without names.</summary>
    public static DataViewSchema.Annotations? Annotations(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return null;

        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add(Kind, new VectorDataViewType(TextDataViewType.Instance, names.Count),
            (ref VBuffer<ReadOnlyMemory<char>> value) =>
                value = new(names.Count, [.. names.Select(name => name.AsMemory())]));
        return annotations.ToAnnotations();
    }
}
