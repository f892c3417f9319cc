using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX form of modules that run one after the other.</summary>
internal static class SequentialExport
{
    public static IReadOnlyList<IModuleExport> All { get; } =
    [
        new ModuleExport<Sequential>((graph, modules, input) => Enumerable.Range(0, modules.Count).Aggregate(
            input, (value, index) => ModuleExports.AddTo(graph, (nn.Module)modules[index], value))),
    ];
}
