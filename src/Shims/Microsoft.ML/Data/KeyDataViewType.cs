namespace Microsoft.ML.Data;

/// <summary>
/// The type of columns that say which of a fixed number of things a row has: 1 is the first, and 0 is the missing
/// value.
/// </summary>
public sealed class KeyDataViewType : PrimitiveDataViewType
{
    /// <summary>A key of a raw type and a cardinality.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The type is not byte, ushort, uint or ulong, or the count is 0 or larger than the type's largest value.
    /// </exception>
    public KeyDataViewType(Type type, ulong count)
        : base(type)
    {
        Check.That(IsValidDataType(type), nameof(type), $"Invalid type for a key: {type}");
        Check.That(count > 0 && count <= Max(type), nameof(count), "The cardinality of a key must fit its type");
        Count = count;
    }

    /// <summary>A key of a raw type and a cardinality.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The type is not byte, ushort, uint or ulong, or the count is not positive or larger than the type's largest
    /// value.
    /// </exception>
    public KeyDataViewType(Type type, int count)
        : this(type, count > 0
            ? (ulong)count
            : throw new ArgumentOutOfRangeException(nameof(count), "The cardinality of a key must be positive"))
    {
    }

    /// <summary>The number of things, and so the largest value.</summary>
    public ulong Count { get; }

    internal static bool IsValidDataType(Type type) => type == typeof(byte) || type == typeof(ushort)
        || type == typeof(uint) || type == typeof(ulong);

    /// <inheritdoc/>
    public override bool Equals(DataViewType? other) =>
        other is KeyDataViewType key && key.RawType == RawType && key.Count == Count;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataViewType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RawType, Count);

    /// <summary>
    /// The raw type and the range counted from 0, for example “Key&lt;UInt32, 0-9&gt;” for ten things.
    /// </summary>
    public override string ToString() => $"Key<{RawType.Name}, 0-{Count - 1}>";

    internal static ulong Max(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => byte.MaxValue,
        TypeCode.UInt16 => ushort.MaxValue,
        TypeCode.UInt32 => uint.MaxValue,
        _ => ulong.MaxValue,
    };
}
