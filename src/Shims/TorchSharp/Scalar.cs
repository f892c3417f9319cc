using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number or truth value as an argument of an operator: a long, a double or a bool.</summary>
public sealed class Scalar
{
    private static readonly Scalar Zero = new(0L, ScalarType.Int64);
    private static readonly Scalar One = new(1L, ScalarType.Int64);

    private Scalar(Argument argument, ScalarType type)
    {
        Argument = argument;
        Type = type;
    }

    internal ScalarType Type { get; }

    internal Argument Argument { get; }

    internal static Scalar From(NativeArgument value) => value.Tag switch
    {
        Tag.Double => value.Real,
        Tag.Bool => value.Payload != 0,
        _ => value.Payload,
    };

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(int value) => (long)value;

    /// <inheritdoc cref="op_Implicit(int)"/>
    public static implicit operator Scalar(long value) => value switch
    {
        0 => Zero,
        1 => One,
        _ => new(value, ScalarType.Int64),
    };

    /// <summary>A real number, in double precision.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(float value) => (double)value;

    /// <inheritdoc cref="op_Implicit(float)"/>
    public static implicit operator Scalar(double value) => new(value, ScalarType.Float64);

    /// <summary>A truth value.</summary>
    /// <param name="value">The truth value.</param>
    public static implicit operator Scalar(bool value) => new(value, ScalarType.Bool);

    internal double Real => Type == ScalarType.Float64 ? Argument.Value.Real : Argument.Value.Payload;

    internal long Integer => Type == ScalarType.Float64 ? (long)Argument.Value.Real : Argument.Value.Payload;
}
