namespace MLNet.Gan;

/// <summary>A layer that can be exported to ONNX.</summary>
public interface IOnnxLayer
{
    /// <summary>Adds the layer's nodes and weights to a graph.</summary>
    /// <param name="graph">The graph under construction.</param>
    /// <param name="input">The layer's input.</param>
    /// <returns>The layer's output.</returns>
    OnnxValue AddTo(OnnxGraph graph, OnnxValue input);
}
