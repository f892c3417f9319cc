namespace Microsoft.ML.Data;

/// <summary>The types of columns of numbers, one instance each.</summary>
public sealed class NumberDataViewType : PrimitiveDataViewType
{
    private NumberDataViewType(Type rawType)
        : base(rawType)
    {
    }

    /// <summary>Integers of 8 bits with a sign.</summary>
    public static NumberDataViewType SByte { get; } = new(typeof(sbyte));

    /// <summary>Integers of 8 bits.</summary>
    public static NumberDataViewType Byte { get; } = new(typeof(byte));

    /// <summary>Integers of 16 bits with a sign.</summary>
    public static NumberDataViewType Int16 { get; } = new(typeof(short));

    /// <summary>Integers of 16 bits.</summary>
    public static NumberDataViewType UInt16 { get; } = new(typeof(ushort));

    /// <summary>Integers of 32 bits with a sign.</summary>
    public static NumberDataViewType Int32 { get; } = new(typeof(int));

    /// <summary>Integers of 32 bits.</summary>
    public static NumberDataViewType UInt32 { get; } = new(typeof(uint));

    /// <summary>Integers of 64 bits with a sign.</summary>
    public static NumberDataViewType Int64 { get; } = new(typeof(long));

    /// <summary>Integers of 64 bits.</summary>
    public static NumberDataViewType UInt64 { get; } = new(typeof(ulong));

    /// <summary>Floating-point numbers of 32 bits, what ML.NET calculates with; NaN is the missing one.</summary>
    public static NumberDataViewType Single { get; } = new(typeof(float));

    /// <summary>Floating-point numbers of 64 bits; NaN is the missing one.</summary>
    public static NumberDataViewType Double { get; } = new(typeof(double));

    internal static IReadOnlyList<NumberDataViewType> All { get; } =
        [SByte, Byte, Int16, UInt16, Int32, UInt32, Int64, UInt64, Single, Double];

    /// <inheritdoc/>
    public override bool Equals(DataViewType? other) => ReferenceEquals(this, other);

    /// <summary>The name of the raw type, for example “Single”.</summary>
    public override string ToString() => RawType.Name;
}
