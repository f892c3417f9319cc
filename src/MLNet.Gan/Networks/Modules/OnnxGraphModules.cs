namespace MLNet.Gan;

/// <summary>Adds TorchSharp modules to an ONNX graph.</summary>
public static class OnnxGraphModules
{
    /// <summary>
    /// Adds a module in evaluation mode: an <see cref="IOnnxLayer"/>, or one of TorchSharp's standard modules.
    /// </summary>
    /// <remarks>
    /// So a user's module that is composed of others implements <see cref="IOnnxLayer"/> with as many calls as its
    /// <c>forward</c> has.
    /// </remarks>
    /// <param name="graph">The graph under construction.</param>
    /// <param name="module">The module, whose weights are copied as they are now.</param>
    /// <param name="input">The value that the module reads; for an <c>Embedding</c>, the labels.</param>
    /// <returns>The value that the module computes.</returns>
    /// <exception cref="NotSupportedException">The module has no ONNX form, or not with these settings.</exception>
    public static OnnxValue Add(this OnnxGraph graph, nn.Module<Tensor, Tensor> module, OnnxValue input)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(module);
        return ModuleExports.AddTo(graph, module, input);
    }
}
