namespace MLNet.Gan.Onnx;

/// <summary>
/// An input or output of a graph: its first axis is the batch, and <c>Value</c> is its name inside the graph.
/// </summary>
internal sealed record OnnxBoundary(string Name, string Value, OnnxElement Element, long[] Dimensions)
{
    /// <summary>The input or output as a ValueInfoProto.</summary>
    public ProtobufWriter ToMessage()
    {
        var shape = new ProtobufWriter();
        var batch = new ProtobufWriter();
        batch.Text(2, "N");
        shape.Message(1, batch);
        foreach (var size in Dimensions)
        {
            var axis = new ProtobufWriter();
            axis.Integer(1, size);
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
