using System.Diagnostics.CodeAnalysis;

namespace MLNet.Gan;

/// <summary>The type of a tensor's elements, with ONNX's numbers.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The members are types.")]
public enum OnnxElement
{
    /// <summary>A 32-bit floating-point number.</summary>
    Single = 1,

    /// <summary>An unsigned 8-bit integer: the pixels of stored images.</summary>
    Byte = 2,

    /// <summary>A 64-bit integer: labels, shapes and axes.</summary>
    Int64 = 7,

    /// <summary>Text, in UTF-8.</summary>
    Text = 8,

    /// <summary>True or false.</summary>
    Boolean = 9,

    /// <summary>A 64-bit floating-point number.</summary>
    Double = 11,
}
