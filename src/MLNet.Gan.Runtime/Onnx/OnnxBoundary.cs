using Onnx;
using static Onnx.TensorShapeProto.Types;

namespace MLNet.Gan;

/// <summary>
/// An input or output of a graph: its first axis is the batch, and <c>Value</c> is its name inside the graph. An axis
/// of any size is <see cref="AnySize"/>.
/// </summary>
internal sealed record OnnxBoundary(string Name, string Value, OnnxElement Element, long[] Dimensions)
{
    /// <summary>The value for a size that is known only at run time.</summary>
    public const long AnySize = -1;

    // The names of the axes of images; only these may have any size.
    private const string AxisNames = "NCHW";

    /// <summary>Returns the input or output as it stands in the file.</summary>
    public ValueInfoProto ToMessage()
    {
        var shape = new TensorShapeProto();
        long[] sizes = [AnySize, .. Dimensions];
        for (var i = 0; i < sizes.Length; i++)
        {
            shape.Dim.Add(sizes[i] == AnySize
                ? new Dimension { DimParam = $"{AxisNames[i]}" } : new Dimension { DimValue = sizes[i] });
        }

        return new() { Name = Name, Type = new() { TensorType = new() { ElemType = (int)Element, Shape = shape } } };
    }
}
