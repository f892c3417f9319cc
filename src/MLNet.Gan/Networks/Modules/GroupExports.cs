using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX forms of layer and group normalization, in operations of opset 13.</summary>
internal static class GroupExports
{
    public static IReadOnlyList<IModuleExport> All { get; } =
        [new ModuleExport<LayerNorm>(ByLayer), new ModuleExport<GroupNorm>(ByGroup)];

    /// <summary>Layer normalization: (x − mean) / √(variance + ε) over the last axes, then weight and bias.</summary>
    private static OnnxValue ByLayer(OnnxGraph graph, LayerNorm module, OnnxValue input)
    {
        var axes = OnnxAttribute.Ints("axes", [.. Enumerable.Range(1, module.normalized_shape.Length).Select(axis => -(long)axis)]);
        var centered = graph.Add("Sub", [input, graph.Add("ReduceMean", [input], axes)]);
        var variance = graph.Add("ReduceMean", [graph.Add("Mul", [centered, centered])], axes);
        var deviation = graph.Add("Sqrt", [graph.Add("Add", [variance, graph.Number("epsilon", module.eps)])]);
        var output = graph.Add("Div", [centered, deviation]);
        if (module.weight is { } weight)
            output = graph.Add("Mul", [output, graph.Weight("weight", weight)]);
        return module.bias is { } bias ? graph.Add("Add", [output, graph.Weight("bias", bias)]) : output;
    }

    /// <summary>
    /// Group normalization: instance normalization with each group as a channel, then weight and bias of each channel.
    /// </summary>
    private static OnnxValue ByGroup(OnnxGraph graph, GroupNorm module, OnnxValue input)
    {
        using var scope = NewDisposeScope();
        var groups = graph.Add("InstanceNormalization",
            [
                graph.Add("Reshape", [input, graph.Constant(0, module.num_groups, -1)]),
                graph.Weight("scale", ones(module.num_groups)), graph.Weight("bias", zeros(module.num_groups)),
            ],
            OnnxAttribute.Of("epsilon", (float)module.eps));
        if (module.weight is not { } weight)
            return graph.ReshapedLike(groups, input);

        var channels = graph.Add("Reshape", [groups, graph.Constant(0, weight.numel(), -1)]);
        var scaled = graph.Add("Mul", [channels, graph.Weight("weight", weight.unsqueeze(1))]);
        return graph.ReshapedLike(graph.Add("Add", [scaled, graph.Weight("bias", module.bias!.unsqueeze(1))]), input);
    }
}
