using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX forms of activations with parameters.</summary>
internal static class ParametricActivationExports
{
    public static IReadOnlyList<IModuleExport> All { get; } =
    [
        new ModuleExport<LeakyReLU>((graph, module, x) =>
            graph.Add("LeakyRelu", [x], OnnxAttribute.Of("alpha", (float)module.negative_slope))),
        new ModuleExport<ELU>((graph, module, x) => graph.Add("Elu", [x], OnnxAttribute.Of("alpha", (float)module.alpha))),
        new ModuleExport<CELU>((graph, module, x) => graph.Add("Celu", [x], OnnxAttribute.Of("alpha", (float)module.alpha))),
        new ModuleExport<Hardtanh>((_, module, _) => throw new NoOnnxFormException(
            module, ", since TorchSharp 0.107 returns its input without bounds")),
        new ModuleExport<GELU>(Gaussian),
        new ModuleExport<Softplus>(SmoothRectifier),
        new ModuleExport<PReLU>(LearnedSlopes),
    ];

    /// <summary>
    /// GELU: x Φ(x), where Φ(x) = (1 + erf(x/√2))/2 or its approximation (1 + tanh(√(2/π)(x + 0.044715 x³)))/2.
    /// </summary>
    private static OnnxValue Gaussian(OnnxGraph graph, GELU module, OnnxValue x)
    {
        OnnxValue Scaled(OnnxValue value, double factor) => graph.Add("Mul", [value, graph.Number("factor", factor)]);
        OnnxValue Cubic() => graph.Add("Add", [x, Scaled(graph.Add("Mul", [x, graph.Add("Mul", [x, x])]), 0.044715)]);
        var side = module.approximate == TorchSharp.Modules.GELU.Approximate.tanh
            ? graph.Add("Tanh", [Scaled(Cubic(), Math.Sqrt(2 / Math.PI))])
            : graph.Add("Erf", [Scaled(x, Math.Sqrt(0.5))]);
        return graph.Add("Mul", [Scaled(x, 0.5), graph.Add("Add", [side, graph.Number("one", 1)])]);
    }

    /// <summary>Softplus: ln(1 + exp(βx))/β, and x itself where βx exceeds the threshold.</summary>
    private static OnnxValue SmoothRectifier(OnnxGraph graph, Softplus module, OnnxValue x)
    {
        var beta = graph.Number("beta", module.beta);
        var scaled = graph.Add("Mul", [x, beta]);
        var smooth = graph.Add("Div", [graph.Add("Softplus", [scaled]), beta]);
        return graph.Add("Where",
            [graph.Add("Greater", [scaled, graph.Number("threshold", module.threshold)]), x, smooth]);
    }

    /// <summary>PReLU: one slope for all, or one for each channel, which is axis 1 for every rank.</summary>
    private static OnnxValue LearnedSlopes(OnnxGraph graph, PReLU module, OnnxValue x)
    {
        using var scope = NewDisposeScope();
        if (module.weight.numel() == 1)
            return graph.Add("PRelu", [x, graph.Weight("slope", module.weight)]);

        var channels = graph.Add("Reshape", [x, graph.Constant(0, module.weight.numel(), -1)]);
        var output = graph.Add("PRelu", [channels, graph.Weight("slopes", module.weight.unsqueeze(1))]);
        return graph.ReshapedLike(output, x);
    }
}
