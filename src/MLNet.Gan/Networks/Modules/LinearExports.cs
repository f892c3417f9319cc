using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX forms of linear layers and embeddings.</summary>
internal static class LinearExports
{
    public static IReadOnlyList<IModuleExport> All { get; } =
    [
        new ModuleExport<Linear>(Mapped),
        new ModuleExport<Embedding>((graph, module, labels) => graph.Add(
            "Gather", [graph.Weight("embedding", module.weight!), labels], OnnxAttribute.Of("axis", 0))),
        new ModuleExport<Identity>((_, _, input) => input),
    ];

    /// <summary>Returns xWᵀ + b over the last axis; Gemm accepts only matrices.</summary>
    private static OnnxValue Mapped(OnnxGraph graph, Linear module, OnnxValue input)
    {
        using var scope = NewDisposeScope();
        var product = graph.Add("MatMul", [input, graph.Weight("weight", module.weight!.t())]);
        return module.bias is { } bias ? graph.Add("Add", [product, graph.Weight("bias", bias)]) : product;
    }
}
