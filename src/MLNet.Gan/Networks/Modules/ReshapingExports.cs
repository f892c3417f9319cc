using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX forms of modules that only reshape.</summary>
internal static class ReshapingExports
{
    public static IReadOnlyList<IModuleExport> All { get; } =
    [
        new ModuleExport<Flatten>(Flat), new ModuleExport<Unflatten>(Split), new ModuleExport<PixelShuffle>(Shuffled),
    ];

    private static OnnxValue Flat(OnnxGraph graph, Flatten module, OnnxValue input) =>
        Replaced(graph, input, module.start_dim, module.end_dim, [-1]);

    private static OnnxValue Split(OnnxGraph graph, Unflatten module, OnnxValue input) =>
        Replaced(graph, input, module.dim, module.dim, module.unflattened_size);

    private static OnnxValue Shuffled(OnnxGraph graph, PixelShuffle module, OnnxValue input) => graph.Add(
        "DepthToSpace", [input], OnnxAttribute.Of("blocksize", module.upscale_factor), OnnxAttribute.Of("mode", "CRD"));

    /// <summary>Replaces the sizes of the axes from first to last, which may count from the end.</summary>
    private static OnnxValue Replaced(OnnxGraph graph, OnnxValue input, long first, long last, long[] sizes)
    {
        List<OnnxValue> shape = [graph.Constant(sizes)];
        if (first == 1)
            shape.Insert(0, graph.Constant(0)); // keeps the batch axis as it is
        else if (first != 0)
            shape.Insert(0, graph.Sizes(input, 0, first));
        if (last != -1)
            shape.Add(graph.Sizes(input, last + 1, long.MaxValue));
        return graph.Add("Reshape",
            [input, shape is [var only] ? only : graph.Add("Concat", [.. shape], OnnxAttribute.Of("axis", 0))]);
    }
}
