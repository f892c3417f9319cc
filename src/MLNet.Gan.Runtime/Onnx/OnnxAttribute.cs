using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Onnx;
using static Onnx.AttributeProto.Types;

namespace MLNet.Gan;

/// <summary>A named constant of a node (ONNX attribute), such as the strides of a convolution.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "ONNX calls it an attribute.")]
public sealed class OnnxAttribute
{
    private OnnxAttribute(AttributeProto message) => Message = message;

    /// <summary>The attribute's name in the operator.</summary>
    public string Name => Message.Name;

    /// <summary>The attribute as it stands in the file.</summary>
    internal AttributeProto Message { get; }

    /// <summary>Creates an integer.</summary>
    public static OnnxAttribute Of(string name, long value) =>
        new(new() { Name = Named(name), Type = AttributeType.Int, I = value });

    /// <summary>Creates a number.</summary>
    public static OnnxAttribute Of(string name, float value) =>
        new(new() { Name = Named(name), Type = AttributeType.Float, F = value });

    /// <summary>Creates a string, such as a mode.</summary>
    public static OnnxAttribute Of(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(new() { Name = Named(name), Type = AttributeType.String, S = ByteString.CopyFromUtf8(value) });
    }

    /// <summary>Creates a list of integers, such as pads or axes.</summary>
    public static OnnxAttribute Ints(string name, params ReadOnlySpan<long> values) =>
        new(new() { Name = Named(name), Type = AttributeType.Ints, Ints = { values.ToArray() } });

    private static string Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }
}
