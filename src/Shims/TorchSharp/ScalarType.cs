namespace TorchSharp;

public static partial class torch
{
    /// <summary>The types that a tensor's elements can have, by their numbers in libtorch.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8 bits, 0 to 255.</summary>
        Byte = 0,

        /// <summary>8 bits with sign.</summary>
        Int8 = 1,

        /// <summary>16 bits with sign.</summary>
        Int16 = 2,

        /// <summary>32 bits with sign.</summary>
        Int32 = 3,

        /// <summary>64 bits with sign: the type of indices.</summary>
        Int64 = 4,

        /// <summary>Half precision: 5 bits of exponent, 10 of fraction.</summary>
        Float16 = 5,

        /// <summary>Single precision: the default of all that makes tensors of real numbers.</summary>
        Float32 = 6,

        /// <summary>Double precision.</summary>
        Float64 = 7,

        /// <summary>Truth values, a byte each.</summary>
        Bool = 11,

        /// <summary>The upper half of a single: 8 bits of exponent, 7 of fraction.</summary>
        BFloat16 = 15,
    }

    /// <inheritdoc cref="ScalarType.Byte"/>
    public static ScalarType uint8 => ScalarType.Byte;

    /// <inheritdoc cref="ScalarType.Int32"/>
    public static ScalarType int32 => ScalarType.Int32;

    /// <inheritdoc cref="ScalarType.Int64"/>
    public static ScalarType int64 => ScalarType.Int64;

    /// <inheritdoc cref="ScalarType.Float32"/>
    public static ScalarType float32 => ScalarType.Float32;

    /// <inheritdoc cref="ScalarType.Float64"/>
    public static ScalarType float64 => ScalarType.Float64;

    /// <inheritdoc cref="ScalarType.Bool"/>
    public static ScalarType @bool => ScalarType.Bool;
}
