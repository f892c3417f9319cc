using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>A table from values of one type to values of another.</summary>
internal abstract class ValueMap(PrimitiveDataViewType keyType, DataViewType valueType)
{
    public PrimitiveDataViewType KeyType => keyType;

    public DataViewType ValueType => valueType;

    public abstract Delegate Getter(DataViewRow row, DataViewSchema.Column input);

    public abstract void Write(BinaryWriter writer);

    /// <summary>A table from pairs as users give them: strings for text, arrays for vectors.</summary>
    public static ValueMap Create<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var (toKey, rawKey) = MemberConversion.For(typeof(TKey));
        var (toValue, rawValue) = MemberConversion.For(typeof(TValue));
        if (ColumnTypes.Primitive(rawKey) is not { } keyType
            || ColumnTypes.Primitive(Generic.ItemOf(rawValue) ?? rawValue) is not { } item)
            throw new InvalidOperationException($"Values of type {typeof(TKey)} cannot be mapped to values of type {typeof(TValue)}.");

        var list = pairs.ToList();
        var sizes = list.Select(pair => (pair.Value as Array)?.Length ?? 0).Distinct().Take(2).ToArray();
        DataViewType valueType = rawValue == item.RawType ? item : new VectorDataViewType(item, sizes.Length == 1 ? sizes[0] : 0);
        return Generic.Call<ValueMap>(
            typeof(ValueMap), nameof(Convert), [typeof(TKey), rawKey, typeof(TValue), rawValue],
            keyType, valueType, list, toKey, toValue);
    }

    public static ValueMap Read(BinaryReader reader)
    {
        var keyType = (PrimitiveDataViewType)TypeCodec.Read(reader);
        var valueType = TypeCodec.Read(reader);
        return Generic.Call<ValueMap>(
            typeof(ValueMap), nameof(ReadAs), [keyType.RawType, valueType.RawType], reader, keyType, valueType);
    }

    private static ValueMap<TKey, TValue> ReadAs<TKey, TValue>(
        BinaryReader reader, PrimitiveDataViewType keyType, DataViewType valueType)
        where TKey : notnull
    {
        var (keys, values) = (ValueCodec.Of<TKey>(), ValueCodec.Of<TValue>());
        return new(keyType, valueType, Enumerable.Range(0, reader.ReadInt32())
            .Select(_ => KeyValuePair.Create(keys.Read(reader), values.Read(reader))));
    }

    private static ValueMap<TKey, TValue> Convert<TKeyMember, TKey, TValueMember, TValue>(
        PrimitiveDataViewType keyType,
        DataViewType valueType,
        List<KeyValuePair<TKeyMember, TValueMember>> pairs,
        IMemberConversion<TKeyMember, TKey> toKey,
        IMemberConversion<TValueMember, TValue> toValue)
        where TKey : notnull => new(keyType, valueType, pairs.Select(pair =>
        {
            TKey key = default!;
            TValue value = default!;
            toKey.ToValue(pair.Key, ref key);
            toValue.ToValue(pair.Value, ref value);
            return KeyValuePair.Create(key, value);
        }));
}
