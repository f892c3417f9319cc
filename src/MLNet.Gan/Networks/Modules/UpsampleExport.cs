using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX form of nearest and bilinear upsampling, by factors or to a size.</summary>
internal static class UpsampleExport
{
    public static IReadOnlyList<IModuleExport> All { get; } = [new ModuleExport<Upsample>(Resized)];

    private static OnnxValue Resized(OnnxGraph graph, Upsample module, OnnxValue input)
    {
        if (module.recompute_scale_factor == true)
            throw new NoOnnxFormException(module, " with recompute_scale_factor: true");

        OnnxValue[] inputs = module.size is { Length: > 0 } size
            ? [input, OnnxValue.Absent, OnnxValue.Absent, Sizes(graph, input, size.ToArray())]
            : [input, OnnxValue.Absent, Factors(graph, module.scale_factor.ToArray())];
        return graph.Add("Resize", inputs, Mode(module));
    }

    private static OnnxValue Sizes(OnnxGraph graph, OnnxValue input, long[] size) =>
        graph.Add("Concat", [graph.Sizes(input, 0, 2), graph.Constant(size)], OnnxAttribute.Of("axis", 0));

    private static OnnxValue Factors(OnnxGraph graph, double[] factors) =>
        graph.Weight("scales", [1, 1, .. factors.Select(factor => (float)factor)], factors.Length + 2);

    private static OnnxAttribute[] Mode(Upsample module) => module.mode switch
    {
        UpsampleMode.Nearest =>
        [
            OnnxAttribute.Of("mode", "nearest"), OnnxAttribute.Of("coordinate_transformation_mode", "asymmetric"),
            OnnxAttribute.Of("nearest_mode", "floor"),
        ],
        UpsampleMode.Bilinear =>
        [
            OnnxAttribute.Of("mode", "linear"),
            OnnxAttribute.Of(
                "coordinate_transformation_mode", module.align_corners == true ? "align_corners" : "pytorch_half_pixel"),
        ],
        var other => throw new NoOnnxFormException(module, $" with mode {other}"),
    };
}
