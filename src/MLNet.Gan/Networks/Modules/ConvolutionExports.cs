using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX forms of convolutions and transposed convolutions along one or two axes.</summary>
internal static class ConvolutionExports
{
    public static IReadOnlyList<IModuleExport> All { get; } =
    [
        new ModuleExport<Conv1d>(Convolved), new ModuleExport<Conv2d>(Convolved),
        new ModuleExport<ConvTranspose1d>(Transposed), new ModuleExport<ConvTranspose2d>(Transposed),
    ];

    private static OnnxValue Convolved(OnnxGraph graph, Convolution module, OnnxValue input)
    {
        var (before, after) = Padding(module);
        if (module.padding_mode != PaddingModes.Zeros && before.Concat(after).Any(count => count > 0))
        {
            input = graph.Add("Pad", [input, graph.Constant([0, 0, .. before, 0, 0, .. after])],
                OnnxAttribute.Of("mode", PaddingMode(module)));
            before = after = [.. before.Select(_ => 0L)];
        }

        return graph.Add("Conv", Inputs(graph, module, input), [.. Attributes(module, before, after)]);
    }

    private static OnnxValue Transposed(OnnxGraph graph, Convolution module, OnnxValue input)
    {
        var (before, after) = Padding(module);
        if (module.output_padding.Distinct().Count() > 1)
            throw new NoOnnxFormException(module, $" with output_padding ({string.Join(", ", module.output_padding)}), "
                + "of which TorchSharp 0.107 takes the first number for every axis");

        return graph.Add("ConvTranspose", Inputs(graph, module, input),
        [
            .. Attributes(module, before, after),
            OnnxAttribute.Ints("output_padding", module.output_padding),
        ]);
    }

    private static OnnxValue[] Inputs(OnnxGraph graph, Convolution module, OnnxValue input) => module.bias is { } bias
        ? [input, graph.Weight("weight", module.weight), graph.Weight("bias", bias)]
        : [input, graph.Weight("weight", module.weight)];

    private static OnnxAttribute[] Attributes(Convolution module, long[] before, long[] after) =>
    [
        OnnxAttribute.Ints("kernel_shape", module.kernel_size),
        OnnxAttribute.Ints("strides", module.stride),
        OnnxAttribute.Ints("dilations", module.dilation),
        OnnxAttribute.Ints("pads", [.. before, .. after]),
        OnnxAttribute.Of("group", module.groups),
    ];

    /// <summary>Returns the padding before and after each axis of the image.</summary>
    private static (long[] Before, long[] After) Padding(Convolution module)
    {
        // The padding that keeps the size: dilation · (kernel − 1), the odd one after.
        var total = module.kernel_size.Zip(module.dilation, (kernel, dilation) => dilation * (kernel - 1)).ToArray();
        if (module.padding_type == TorchSharp.Padding.Same)
            return ([.. total.Select(count => count / 2)], [.. total.Select(count => count - count / 2)]);

        var both = module.padding_type is null && module.padding is { } padding ? padding : [.. total.Select(_ => 0L)];
        return (both, both);
    }

    private static string PaddingMode(Convolution module) => module.padding_mode switch
    {
        PaddingModes.Reflect => "reflect",
        PaddingModes.Replicate => "edge",
        var other => throw new NoOnnxFormException(module, $" with padding_mode {other}"),
    };
}
