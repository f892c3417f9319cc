using System.Diagnostics.CodeAnalysis;

namespace MLNet.Gan;

/// <summary>A named constant of a node (ONNX attribute), such as the strides of a convolution.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "ONNX calls it an attribute.")]
public sealed class OnnxAttribute
{
    // AttributeProto.AttributeType
    private const int FloatType = 1, IntType = 2, StringType = 3, IntsType = 7;

    private OnnxAttribute(string name, int type, Action<ProtobufWriter> writeValue)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Message.Text(1, name);
        writeValue(Message);
        Message.Integer(20, type);
    }

    /// <summary>The attribute's name in the operator.</summary>
    public string Name { get; }

    /// <summary>The attribute as an AttributeProto.</summary>
    internal ProtobufWriter Message { get; } = new();

    /// <summary>Creates an integer.</summary>
    public static OnnxAttribute Of(string name, long value) => new(name, IntType, message => message.Integer(3, value));

    /// <summary>Creates a number.</summary>
    public static OnnxAttribute Of(string name, float value) =>
        new(name, FloatType, message => message.Single(2, value));

    /// <summary>Creates a string, such as a mode.</summary>
    public static OnnxAttribute Of(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(name, StringType, message => message.Text(4, value));
    }

    /// <summary>Creates a list of integers, such as pads or axes.</summary>
    public static OnnxAttribute Ints(string name, params ReadOnlySpan<long> values)
    {
        var copy = values.ToArray();
        return new(name, IntsType, message => message.Integers(8, copy));
    }
}
