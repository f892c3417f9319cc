namespace Microsoft.ML.Data;

/// <summary>The types that conversions and text loaders make.</summary>
public enum DataKind : byte
{
    /// <summary><see cref="NumberDataViewType.SByte"/>.</summary>
    SByte = 1,

    /// <summary><see cref="NumberDataViewType.Byte"/>.</summary>
    Byte = 2,

    /// <summary><see cref="NumberDataViewType.Int16"/>.</summary>
    Int16 = 3,

    /// <summary><see cref="NumberDataViewType.UInt16"/>.</summary>
    UInt16 = 4,

    /// <summary><see cref="NumberDataViewType.Int32"/>.</summary>
    Int32 = 5,

    /// <summary><see cref="NumberDataViewType.UInt32"/>.</summary>
    UInt32 = 6,

    /// <summary><see cref="NumberDataViewType.Int64"/>.</summary>
    Int64 = 7,

    /// <summary><see cref="NumberDataViewType.UInt64"/>.</summary>
    UInt64 = 8,

    /// <summary><see cref="NumberDataViewType.Single"/>.</summary>
    Single = 9,

    /// <summary><see cref="NumberDataViewType.Double"/>.</summary>
    Double = 10,

    /// <summary><see cref="TextDataViewType"/>.</summary>
    String = 11,

    /// <summary><see cref="BooleanDataViewType"/>.</summary>
    Boolean = 12,
}
