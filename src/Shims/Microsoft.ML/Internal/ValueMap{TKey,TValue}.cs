using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>A table whose types are known.</summary>
internal sealed class ValueMap<TKey, TValue> : ValueMap
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = new(ValueComparer.Equality<TKey>());
    private readonly TValue _missing;

    public ValueMap(PrimitiveDataViewType keyType, DataViewType valueType, IEnumerable<KeyValuePair<TKey, TValue>> pairs)
        : base(keyType, valueType)
    {
        foreach (var (key, value) in pairs)
            if (!_values.TryAdd(key, value))
                throw new InvalidOperationException($"Duplicate keys in data '{key}'");
        _missing = valueType is VectorDataViewType { IsKnownSize: true } vector
            ? Generic.Call<TValue>(typeof(ValueMap<TKey, TValue>), nameof(Zeros), [vector.ItemType.RawType], vector.Size)
            : Missing<TValue>.Value;
    }

    public override Delegate Getter(DataViewRow row, DataViewSchema.Column input)
    {
        if (ValueType is PrimitiveDataViewType)
            return ItemMap.Getter<TKey, TValue>(row, input, key => _values.GetValueOrDefault(key, _missing));

        var getter = row.GetGetter<TKey>(input);
        TKey key = default!;
        return (ValueGetter<TValue>)((ref TValue value) =>
        {
            getter(ref key);
            Copy<TValue>.To(_values.GetValueOrDefault(key, _missing), ref value);
        });
    }

    public override void Write(BinaryWriter writer)
    {
        TypeCodec.Write(writer, KeyType);
        TypeCodec.Write(writer, ValueType);
        writer.Write(_values.Count);
        var (keys, values) = (ValueCodec.Of<TKey>(), ValueCodec.Of<TValue>());
        foreach (var (key, value) in _values)
        {
            keys.Write(writer, key);
            values.Write(writer, value);
        }
    }

    private static VBuffer<TItem> Zeros<TItem>(int size) => new(size, 0, [], []);
}
