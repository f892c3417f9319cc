namespace MLNet.Gan;

/// <summary>A network, with or without labels, that can be exported to ONNX.</summary>
public interface IOnnxNetwork
{
    /// <summary>Adds the network's nodes and weights to a graph.</summary>
    /// <param name="graph">The graph under construction.</param>
    /// <param name="input">The network's input.</param>
    /// <param name="label">
    /// One class number per row, of type <see cref="OnnxElement.Int64"/>; null without labels.
    /// </param>
    /// <returns>The network's output.</returns>
    OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label);
}
