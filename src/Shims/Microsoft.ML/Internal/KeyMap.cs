using Microsoft.ML.Data;
using KeyOrdinality = Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality;

namespace Microsoft.ML.Internal;

/// <summary>Distinct values, numbered from 1.</summary>
internal abstract class KeyMap(PrimitiveDataViewType valueType)
{
    public PrimitiveDataViewType ValueType => valueType;

    public abstract int Count { get; }

    public abstract Delegate Getter(DataViewRow row, DataViewSchema.Column input);

    public abstract void Annotate(DataViewSchema.Annotations.Builder annotations);

    public abstract void Write(BinaryWriter writer);

    public static KeyMap Learn(IDataView view, DataViewSchema.Column column, int maximum, KeyOrdinality order, bool asText)
    {
        var item = ItemMap.ItemOf(column.Type) ?? throw Check.Mismatch("input", column.Name, "primitive", $"{column.Type}");
        return Generic.Call<KeyMap>(
            typeof(KeyMap), nameof(LearnAs), [item.RawType], view, column, item, maximum, order, asText);
    }

    public static KeyMap Read(BinaryReader reader)
    {
        var type = (PrimitiveDataViewType)TypeCodec.Read(reader);
        return Generic.Call<KeyMap>(typeof(KeyMap), nameof(ReadAs), [type.RawType], reader, type);
    }

    private static KeyMap<T> LearnAs<T>(
        IDataView view, DataViewSchema.Column column, PrimitiveDataViewType type, int maximum, KeyOrdinality order, bool asText)
        where T : notnull
    {
        HashSet<T> seen = new(ValueComparer.Equality<T>());
        List<T> values = [];
        foreach (var value in Items<T>(view, column))
            if (values.Count < maximum && !Missing<T>.Is(value) && seen.Add(value))
                values.Add(value);
        if (order == KeyOrdinality.ByValue)
            values.Sort(ValueComparer.Order<T>());
        return new(type, [.. values], asText);
    }

    private static IEnumerable<T> Items<T>(IDataView view, DataViewSchema.Column column)
    {
        using var cursor = view.GetRowCursor([column]);
        if (column.Type is VectorDataViewType)
        {
            var vectorGetter = cursor.GetGetter<VBuffer<T>>(column);
            VBuffer<T> vector = default;
            while (cursor.MoveNext())
            {
                vectorGetter(ref vector);
                foreach (var value in vector.DenseValues())
                    yield return value;
            }

            yield break;
        }

        var getter = cursor.GetGetter<T>(column);
        while (cursor.MoveNext())
        {
            T value = default!;
            getter(ref value);
            yield return value;
        }
    }

    private static KeyMap<T> ReadAs<T>(BinaryReader reader, PrimitiveDataViewType type)
        where T : notnull
    {
        var asText = reader.ReadBoolean();
        var values = new T[reader.ReadInt32()];
        for (var i = 0; i < values.Length; i++)
            values[i] = ValueCodec.Of<T>().Read(reader);
        return new(type, values, asText);
    }
}
