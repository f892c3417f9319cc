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

    /// <summary>Returns the input or output as a ValueInfoProto.</summary>
    public ProtobufWriter ToMessage()
    {
        var shape = new ProtobufWriter();
        long[] sizes = [AnySize, .. Dimensions];
        for (var i = 0; i < sizes.Length; i++)
        {
            var axis = new ProtobufWriter();
            if (sizes[i] == AnySize)
                axis.Text(2, $"{AxisNames[i]}");
            else
                axis.Integer(1, sizes[i]);
            shape.Message(1, axis);
        }

        var tensor = new ProtobufWriter();
        tensor.Integer(1, (long)Element);
        tensor.Message(2, shape);
        var type = new ProtobufWriter();
        type.Message(1, tensor);
        var message = new ProtobufWriter();
        message.Text(1, Name);
        message.Message(2, type);
        return message;
    }
}
