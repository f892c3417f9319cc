using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX forms of average and maximum pooling of images.</summary>
internal static class PoolingExports
{
    public static IReadOnlyList<IModuleExport> All { get; } =
        [new ModuleExport<AvgPool2d>(Average), new ModuleExport<MaxPool2d>(Largest)];

    private static OnnxValue Average(OnnxGraph graph, AvgPool2d module, OnnxValue input)
    {
        if (module.divisor_override is { } divisor)
            throw new NoOnnxFormException(module, $" with divisor_override: {divisor}");

        return graph.Add("AveragePool", [input],
        [
            .. Windows(module, module.kernel_size, module.stride, module.padding, module.ceil_mode),
            OnnxAttribute.Of("count_include_pad", module.count_include_pad ? 1 : 0),
        ]);
    }

    private static OnnxValue Largest(OnnxGraph graph, MaxPool2d module, OnnxValue input) => graph.Add("MaxPool", [input],
    [
        .. Windows(module, module.kernel_size, module.stride, module.padding, module.ceil_mode),
        OnnxAttribute.Ints("dilations", Both(module.dilation) ?? [1, 1]),
    ]);

    private static OnnxAttribute[] Windows(nn.Module module, long[] kernel, long[]? stride, long[]? padding, bool isCeiled)
    {
        // Opset 13 counts a window that starts after the image, and PyTorch does not.
        if (isCeiled)
            throw new NoOnnxFormException(module, " with ceil_mode: true");

        var (sides, border) = (Both(kernel)!, Both(padding) ?? [0, 0]);
        return
        [
            OnnxAttribute.Ints("kernel_shape", sides),
            OnnxAttribute.Ints("strides", Both(stride) ?? sides),
            OnnxAttribute.Ints("pads", [.. border, .. border]),
        ];
    }

    /// <summary>Returns one number for each axis, also if only one is given; null if none is.</summary>
    private static long[]? Both(long[]? numbers) => numbers switch
    {
        null or [] => null,
        [var one] => [one, one],
        _ => numbers,
    };
}
