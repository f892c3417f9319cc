namespace MLNet.Gan;

/// <summary>
/// Thrown for a module that cannot be exported; a caller that knows the network adds the module's path to the message.
/// </summary>
/// <param name="module">The module.</param>
/// <param name="setting">
/// The setting that ONNX cannot express, as the end of a clause; empty if it is the module itself.
/// </param>
internal sealed class NoOnnxFormException(nn.Module module, string setting = "") : NotSupportedException(
    $"The module {module.GetType().Name} has no ONNX form{setting}. Replace it, or implement IOnnxLayer on a module of your own.")
{
    /// <summary>The module.</summary>
    public nn.Module Module { get; } = module;

    /// <summary>The text after "has no ONNX form".</summary>
    public string Setting { get; } = setting;
}
