namespace MLNet.Gan;

/// <summary>The TorchSharp modules that can be exported to ONNX.</summary>
internal static class ModuleExports
{
    private static readonly Dictionary<Type, IModuleExport> Known = new IEnumerable<IModuleExport>[]
    {
        SequentialExport.All, LinearExports.All, ConvolutionExports.All, NormalizationExports.All, GroupExports.All,
        ActivationExports.All, ParametricActivationExports.All, DropoutExports.All, ReshapingExports.All, UpsampleExport.All,
        PoolingExports.All,
    }.SelectMany(family => family).ToDictionary(export => export.Module);

    /// <summary>The types, in no particular order.</summary>
    public static IEnumerable<Type> Types => Known.Keys;

    /// <summary>
    /// Adds a module to a graph: by its own <c>AddTo</c> if it has one, else by its type's form.
    /// </summary>
    /// <exception cref="NoOnnxFormException">The module has no ONNX form.</exception>
    public static OnnxValue AddTo(OnnxGraph graph, nn.Module module, OnnxValue input) => module switch
    {
        IOnnxLayer layer => layer.AddTo(graph, input),
        IOnnxNetwork network => network.AddTo(graph, input, label: null),
        _ when Known.TryGetValue(module.GetType(), out var known) => known.AddTo(graph, module, input),
        _ => throw new NoOnnxFormException(module),
    };
}
