namespace MLNet.Gan;

/// <summary>The ONNX form of one TorchSharp module type, in evaluation mode.</summary>
internal interface IModuleExport
{
    /// <summary>The exact type; derived types are excluded, since they may compute something else.</summary>
    Type Module { get; }

    /// <summary>Adds a module of that type to a graph.</summary>
    /// <exception cref="NoOnnxFormException">The module has a setting that ONNX cannot express.</exception>
    OnnxValue AddTo(OnnxGraph graph, nn.Module module, OnnxValue input);
}
