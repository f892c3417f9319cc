namespace MLNet.Gan;

/// <summary>One operation of a graph, with one output.</summary>
internal sealed record OnnxNode(string Operation, string[] Inputs, string Output, OnnxAttribute[] Attributes)
{
    /// <summary>The node as a NodeProto, with its values under the names that the file gives them.</summary>
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
