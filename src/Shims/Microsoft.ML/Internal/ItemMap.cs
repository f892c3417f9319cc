using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Maps a value, or each item of a vector.</summary>
internal static class ItemMap
{
    public static PrimitiveDataViewType? ItemOf(DataViewType type) =>
        (type as VectorDataViewType)?.ItemType ?? type as PrimitiveDataViewType;

    /// <summary>The same shape with other items.</summary>
    public static DataViewType WithItem(DataViewType type, PrimitiveDataViewType item) =>
        type is VectorDataViewType vector ? new VectorDataViewType(item, vector.Dimensions) : item;

    public static Delegate Getter<TFrom, TTo>(DataViewRow row, DataViewSchema.Column column, Func<TFrom, TTo> map)
    {
        if (column.Type is not VectorDataViewType)
        {
            var getter = row.GetGetter<TFrom>(column);
            TFrom value = default!;
            return (ValueGetter<TTo>)((ref TTo result) =>
            {
                getter(ref value);
                result = map(value);
            });
        }

        var vectorGetter = row.GetGetter<VBuffer<TFrom>>(column);
        VBuffer<TFrom> vector = default;
        TFrom[] values = [];
        return (ValueGetter<VBuffer<TTo>>)((ref VBuffer<TTo> result) =>
        {
            vectorGetter(ref vector);
            if (values.Length < vector.Length)
                values = new TFrom[vector.Length];
            vector.CopyTo(values);
            var editor = VBufferEditor.Create(ref result, vector.Length);
            for (var i = 0; i < vector.Length; i++)
                editor.Values[i] = map(values[i]);
            result = editor.Commit();
        });
    }
}
