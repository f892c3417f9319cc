using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX forms of activations without parameters.</summary>
internal static class ActivationExports
{
    public static IReadOnlyList<IModuleExport> All { get; } =
    [
        new ModuleExport<ReLU>("Relu"),
        new ModuleExport<Sigmoid>("Sigmoid"),
        new ModuleExport<Tanh>("Tanh"),
        new ModuleExport<Softsign>("Softsign"),
        new ModuleExport<SELU>("Selu"),
        new ModuleExport<SiLU>((graph, _, x) => graph.Add("Mul", [x, graph.Add("Sigmoid", [x])])),
        new ModuleExport<Mish>((graph, _, x) => graph.Add("Mul", [x, graph.Add("Tanh", [graph.Add("Softplus", [x])])])),
        new ModuleExport<LogSigmoid>((graph, _, x) =>
            graph.Add("Neg", [graph.Add("Softplus", [graph.Add("Neg", [x])])])),
        new ModuleExport<ReLU6>((graph, _, x) => graph.Add("Clip", [x, graph.Number("least", 0), graph.Number("most", 6)])),
        new ModuleExport<Hardsigmoid>((graph, _, x) => HardSigmoid(graph, x)),
        new ModuleExport<Hardswish>((graph, _, x) => graph.Add("Mul", [x, HardSigmoid(graph, x)])),
    ];

    private static OnnxValue HardSigmoid(OnnxGraph graph, OnnxValue x) => graph.Add(
        "HardSigmoid", [x], OnnxAttribute.Of("alpha", 1f / 6), OnnxAttribute.Of("beta", 0.5f));
}
