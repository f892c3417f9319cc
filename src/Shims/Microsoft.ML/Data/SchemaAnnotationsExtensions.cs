using Microsoft.ML.Internal;

namespace Microsoft.ML.Data;

/// <summary>Reads the annotations that ML.NET itself understands.</summary>
public static class SchemaAnnotationsExtensions
{
    /// <summary>Whether a vector of known size names each of its items.</summary>
    public static bool HasSlotNames(this DataViewSchema.Column column) => column.Type is VectorDataViewType { IsKnownSize: true } vector
        && Find(column, AnnotationKinds.SlotNames) is { ItemType: TextDataViewType } names && names.Size == vector.Size;

    /// <summary>The names of a vector's items.</summary>
    /// <exception cref="InvalidOperationException">There are none: ask <see cref="HasSlotNames"/> first.</exception>
    public static void GetSlotNames(this DataViewSchema.Column column, ref VBuffer<ReadOnlyMemory<char>> slotNames) =>
        column.Annotations.GetValue(AnnotationKinds.SlotNames, ref slotNames);

    /// <summary>Whether a key, or a vector of keys, says what its values stand for.</summary>
    /// <param name="column">The column.</param>
    /// <param name="keyValueItemType">The type that the things must have; any when it is null.</param>
    public static bool HasKeyValues(this DataViewSchema.Column column, PrimitiveDataViewType? keyValueItemType = null) =>
        ItemMap.ItemOf(column.Type) is KeyDataViewType
        && Find(column, AnnotationKinds.KeyValues) is { } values
        && (keyValueItemType is null || values.ItemType.Equals(keyValueItemType));

    /// <summary>What the values of a key stand for: item 0 belongs to value 1.</summary>
    /// <exception cref="InvalidOperationException">
    /// There is nothing, or of another type than <typeparamref name="TValue"/>: ask <see cref="HasKeyValues"/> first.
    /// </exception>
    public static void GetKeyValues<TValue>(this DataViewSchema.Column column, ref VBuffer<TValue> keyValues) =>
        column.Annotations.GetValue(AnnotationKinds.KeyValues, ref keyValues);

    /// <summary>Whether a normalizer made the column.</summary>
    public static bool IsNormalized(this DataViewSchema.Column column)
    {
        var value = false;
        if (column.Annotations.Schema.GetColumnOrNull(AnnotationKinds.IsNormalized)?.Type is BooleanDataViewType)
            column.Annotations.GetValue(AnnotationKinds.IsNormalized, ref value);
        return value;
    }

    private static VectorDataViewType? Find(DataViewSchema.Column column, string kind) =>
        column.Annotations.Schema.GetColumnOrNull(kind)?.Type as VectorDataViewType;
}
