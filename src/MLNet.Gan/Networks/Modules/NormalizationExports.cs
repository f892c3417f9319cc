using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX forms of batch and instance normalization, in evaluation mode.</summary>
internal static class NormalizationExports
{
    public static IReadOnlyList<IModuleExport> All { get; } =
    [
        new ModuleExport<BatchNorm1d>(ByBatch), new ModuleExport<BatchNorm2d>(ByBatch),
        new ModuleExport<InstanceNorm1d>(ByInstance), new ModuleExport<InstanceNorm2d>(ByInstance),
    ];

    private static OnnxValue ByBatch(OnnxGraph graph, NormBase module, OnnxValue input)
    {
        if (module.running_mean is not { } mean || module.running_var is not { } variance)
            throw new NoOnnxFormException(
                module, " with track_running_stats: false, since it then normalizes by the batch in evaluation mode too");

        return graph.Add("BatchNormalization",
            [input, .. Affine(graph, module), graph.Weight("mean", mean), graph.Weight("variance", variance)],
            OnnxAttribute.Of("epsilon", (float)module.eps));
    }

    private static OnnxValue ByInstance(OnnxGraph graph, NormBase module, OnnxValue input) => module.running_mean is null
        ? graph.Add("InstanceNormalization", [input, .. Affine(graph, module)], OnnxAttribute.Of("epsilon", (float)module.eps))
        : ByBatch(graph, module, input);

    private static OnnxValue[] Affine(OnnxGraph graph, NormBase module)
    {
        using var scope = NewDisposeScope();
        return
        [
            graph.Weight("scale", module.weight as Tensor ?? ones(module.num_features)),
            graph.Weight("bias", module.bias as Tensor ?? zeros(module.num_features)),
        ];
    }
}
