using Onnx;

namespace MLNet.Gan;

/// <summary>The part of a graph that its outputs depend on, with the names of its file.</summary>
internal static class OnnxGraphMessage
{
    public static GraphProto Of(OnnxGraph graph)
    {
        var needed = Needed(graph);
        var nodes = graph.Nodes.Where(node => needed.Contains(node.Name)).ToList();
        var tensors = graph.Tensors.Where(tensor => needed.Contains(tensor.Name)).ToList();
        var names = NamesInFile(graph, [.. tensors.Select(tensor => tensor.Name), .. nodes.Select(node => node.Name)]);
        return new()
        {
            Name = graph.Name,
            Node = { nodes.Select(node => Renamed(node, names)) },
            Initializer = { tensors.Select(tensor => Renamed(tensor, names)) },
            Input = { graph.Inputs.Select(input => input.ToMessage()) },
            Output = { graph.Outputs.Select(output => output.ToMessage()) },
        };
    }

    /// <summary>Returns the values that the outputs depend on. ONNX Runtime warns of unused weights.</summary>
    private static HashSet<string> Needed(OnnxGraph graph)
    {
        var needed = graph.Outputs.Select(output => output.Value).ToHashSet();
        foreach (var node in graph.Nodes.Reverse().Where(node => needed.Contains(node.Name)))
            needed.UnionWith(node.Input);
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
                unique += "_";
            names[value] = unique;
        }

        return names;
    }

    private static NodeProto Renamed(NodeProto node, Dictionary<string, string> names) => new()
    {
        Name = node.Name,
        OpType = node.OpType,
        Input = { node.Input.Select(input => names[input]) },
        Output = { names[node.Name] },
        Attribute = { node.Attribute },
    };

    private static TensorProto Renamed(TensorProto tensor, Dictionary<string, string> names) =>
        new(tensor) { Name = names[tensor.Name] };
}
