using Google.Protobuf;
using Onnx;

namespace MLNet.Gan;

/// <summary>The part of an ONNX model that one of its outputs depends on: ONNX Runtime computes all outputs, also those not asked for.</summary>
internal static class OnnxPart
{
    /// <summary>Returns a model with the same inputs and metadata, and one output.</summary>
    /// <param name="model">The bytes of the file; what is no model, or lacks the output, comes back as it is.</param>
    /// <param name="output">The name of the output.</param>
    public static byte[] Of(byte[] model, string output)
    {
        ModelProto parsed;
        try
        {
            parsed = ModelProto.Parser.ParseFrom(model);
        }
        catch (InvalidProtocolBufferException)
        {
            return model; // ONNX Runtime says what is wrong.
        }

        if (parsed.Graph?.Output.FirstOrDefault(port => port.Name == output) is not { } kept)
            return model;
        HashSet<string> needed = [output];
        List<NodeProto> nodes = [];
        foreach (var node in parsed.Graph.Node.Reverse().Where(node => node.Output.Any(needed.Contains)))
        {
            needed.UnionWith(node.Input);
            nodes.Add(node);
        }

        nodes.Reverse();
        parsed.Graph = new()
        {
            Name = parsed.Graph.Name,
            Node = { nodes },
            Input = { parsed.Graph.Input },
            Initializer = { parsed.Graph.Initializer.Where(tensor => needed.Contains(tensor.Name)) },
            Output = { kept },
        };
        return parsed.ToByteArray();
    }
}
