namespace MLNet.Gan;

/// <summary>A node of a graph: one operator with one output.</summary>
internal sealed record OnnxNode(string Operation, string[] Inputs, string Output, OnnxAttribute[] Attributes)
{
    /// <summary>Returns the node as a NodeProto, with the values' names in the file.</summary>
    public ProtobufWriter ToMessage(IReadOnlyDictionary<string, string> names)
    {
        var message = new ProtobufWriter();
        foreach (var input in Inputs)
        {
            message.Text(1, names[input]);
        }

        message.Text(2, names[Output]);
        message.Text(3, Output);
        message.Text(4, Operation);
        foreach (var attribute in Attributes)
        {
            message.Message(5, attribute.Message);
        }

        return message;
    }
}
