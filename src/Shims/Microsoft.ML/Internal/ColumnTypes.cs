using System.Reflection;
using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>The column types of members.</summary>
internal static class ColumnTypes
{
    public static Type Of(MemberInfo member) => member switch
    {
        FieldInfo field => field.FieldType,
        PropertyInfo property => property.PropertyType,
        _ => throw new ArgumentOutOfRangeException(nameof(member)),
    };

    public static DataViewType ColumnTypeOf(MemberInfo member)
    {
        var type = Of(member);
        var itemType = type.IsArray ? type.GetElementType()! : Generic.ItemOf(type) ?? type;
        var item = Primitive(RawTypeOf(itemType), member.GetCustomAttribute<KeyTypeAttribute>());
        if (item is null || (type.IsArray && type.GetArrayRank() != 1) || Generic.ItemOf(type) == typeof(string))
            throw new ArgumentOutOfRangeException(
                "rawType",
                $"Could not determine an IDataView type and registered custom types for member {member.Name}");
        if (itemType == type)
            return item;
        return member.GetCustomAttribute<VectorTypeAttribute>() is { Dimensions: { Length: > 0 } dimensions }
            ? new VectorDataViewType(item, dimensions)
            : new VectorDataViewType(item);
    }

    /// <summary>The column type of a raw type without parts, or null.</summary>
    public static PrimitiveDataViewType? Primitive(Type rawType, KeyTypeAttribute? key = null)
    {
        if (key is not null && KeyDataViewType.IsValidDataType(rawType))
            return new KeyDataViewType(rawType, key.KeyCount ?? KeyDataViewType.Max(rawType));
        if (rawType == typeof(bool))
            return BooleanDataViewType.Instance;
        if (rawType == typeof(ReadOnlyMemory<char>))
            return TextDataViewType.Instance;
        return NumberDataViewType.All.FirstOrDefault(number => number.RawType == rawType);
    }

    /// <summary>What a getter reads for a member's item: text for a string, else itself.</summary>
    public static Type RawTypeOf(Type itemType) => itemType == typeof(string) ? typeof(ReadOnlyMemory<char>) : itemType;
}
