namespace MLNet.Gan;

/// <summary>The ONNX form of a module type, given by a function.</summary>
/// <param name="Form">Maps the graph, a module and its input to its output.</param>
internal sealed record ModuleExport<T>(Func<OnnxGraph, T, OnnxValue, OnnxValue> Form) : IModuleExport where T : nn.Module
{
    /// <summary>Initializes the form of a module that is one ONNX operation without attributes.</summary>
    public ModuleExport(string operation) : this((graph, _, input) => graph.Add(operation, [input]))
    {
    }

    /// <inheritdoc/>
    public Type Module => typeof(T);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, nn.Module module, OnnxValue input) => Form(graph, (T)module, input);
}
