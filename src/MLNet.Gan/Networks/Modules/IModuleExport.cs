namespace MLNet.Gan;

/// <summary>The ONNX form of one type of TorchSharp's modules, in evaluation mode.</summary>
internal interface IModuleExport
{
    /// <summary>The type, which no other type may stand in for: a derived one may compute something else.</summary>
    Type Module { get; }

    /// <summary>Adds a module of that type to a graph.</summary>
    /// <exception cref="NoOnnxFormException">The module has a setting that ONNX cannot express.</exception>
    OnnxValue AddTo(OnnxGraph graph, nn.Module module, OnnxValue input);
}
