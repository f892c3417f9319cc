namespace MLNet.Gan;

/// <summary>A layer that says how it looks in ONNX.</summary>
public interface IOnnxLayer
{
    /// <summary>Adds the layer's nodes and weights to a graph.</summary>
    /// <param name="graph">The graph under construction.</param>
    /// <param name="input">The value that the layer reads.</param>
    /// <returns>The value that the layer computes.</returns>
    OnnxValue AddTo(OnnxGraph graph, OnnxValue input);
}
