using System.Reflection;

namespace MLNet.Gan;

/// <summary>Writes a graph as a ModelProto.</summary>
internal static class OnnxModel
{
    // The version of the file format: 8 came with opset 15.
    private const int IrVersion = 7, LaterIrVersion = 8, LaterOpset = 15;

    private static readonly string Version = typeof(OnnxModel).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static ProtobufWriter ToMessage(OnnxGraph graph, IReadOnlyDictionary<string, string> metadata)
    {
        var message = new ProtobufWriter();
        message.Integer(1, graph.Opset < LaterOpset ? IrVersion : LaterIrVersion);
        message.Text(2, "MLNet.Gan");
        message.Text(3, Version);
        var opset = new ProtobufWriter();
        opset.Integer(2, graph.Opset);
        message.Message(8, opset);
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var entry = new ProtobufWriter();
            entry.Text(1, key);
            entry.Text(2, value);
            message.Message(14, entry);
        }

        // The graph is last, so that a truncated file is never valid.
        message.Message(7, GraphMessage(graph));
        return message;
    }

    private static ProtobufWriter GraphMessage(OnnxGraph graph)
    {
        var needed = Needed(graph);
        var nodes = graph.Nodes.Where(node => needed.Contains(node.Output)).ToList();
        var tensors = graph.Tensors.Where(tensor => needed.Contains(tensor.Name)).ToList();
        var names = NamesInFile(
            graph, [.. tensors.Select(tensor => tensor.Name), .. nodes.Select(node => node.Output)]);

        var message = new ProtobufWriter();
        nodes.ForEach(node => message.Message(1, node.ToMessage(names)));
        message.Text(2, graph.Name);
        tensors.ForEach(tensor => message.Message(5, tensor.ToMessage(names[tensor.Name])));
        foreach (var input in graph.Inputs)
        {
            message.Message(11, input.ToMessage());
        }

        foreach (var output in graph.Outputs)
        {
            message.Message(12, output.ToMessage());
        }

        return message;
    }

    /// <summary>Returns the values that the outputs depend on. ONNX Runtime warns of unused weights.</summary>
    private static HashSet<string> Needed(OnnxGraph graph)
    {
        var needed = graph.Outputs.Select(output => output.Value).ToHashSet();
        foreach (var node in graph.Nodes.Reverse().Where(node => needed.Contains(node.Output)))
        {
            needed.UnionWith(node.Inputs);
        }

        return needed;
    }

    /// <summary>
    /// Returns names in the file: inputs and outputs keep theirs; a conflicting inner value is renamed.
    /// </summary>
    private static Dictionary<string, string> NamesInFile(OnnxGraph graph, IEnumerable<string> inner)
    {
        var names = graph.Inputs.Concat(graph.Outputs)
            .ToDictionary(boundary => boundary.Value, boundary => boundary.Name);
        names[OnnxValue.Absent.Name] = OnnxValue.Absent.Name;
        var taken = names.Values.ToHashSet();
        foreach (var value in inner.Where(value => !names.ContainsKey(value)))
        {
            var unique = value;
            while (!taken.Add(unique))
            {
                unique += "_";
            }

            names[value] = unique;
        }

        return names;
    }
}
