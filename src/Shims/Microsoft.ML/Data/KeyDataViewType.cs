namespace Microsoft.ML.Data;

/// <summary>One of a fixed number of things: 1 is the first, 0 none.</summary>
public sealed class KeyDataViewType : PrimitiveDataViewType
{
    public KeyDataViewType(Type type, ulong count)
        : base(type)
    {
        Check.That(IsValidDataType(type), nameof(type), $"Invalid type for a key: {type}");
        Check.That(count > 0 && count <= Max(type), nameof(count), "The cardinality of a key must fit its type");
        Count = count;
    }

    public KeyDataViewType(Type type, int count)
        : this(type, count > 0
            ? (ulong)count
            : throw new ArgumentOutOfRangeException(nameof(count), "The cardinality of a key must be positive"))
    {
    }

    /// <summary>The number of things.</summary>
    public ulong Count { get; }

    public static bool IsValidDataType(Type type) => type == typeof(byte) || type == typeof(ushort)
        || type == typeof(uint) || type == typeof(ulong);

    public override bool Equals(DataViewType? other) =>
        other is KeyDataViewType key && key.RawType == RawType && key.Count == Count;

    public override bool Equals(object? obj) => Equals(obj as DataViewType);

    public override int GetHashCode() => HashCode.Combine(RawType, Count);

    public override string ToString() => $"Key<{RawType.Name}, 0-{Count - 1}>";

    internal static ulong Max(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => byte.MaxValue,
        TypeCode.UInt16 => ushort.MaxValue,
        TypeCode.UInt32 => uint.MaxValue,
        _ => ulong.MaxValue,
    };
}
