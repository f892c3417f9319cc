namespace MLNet.Gan;

/// <summary>A network, with or without labels, that says how it looks in ONNX.</summary>
public interface IOnnxNetwork
{
    /// <summary>Adds the network's nodes and weights to a graph.</summary>
    /// <param name="graph">The graph under construction.</param>
    /// <param name="input">The value that the network reads.</param>
    /// <param name="label">
    /// One class number a row, of type <see cref="OnnxElement.Int64"/>; null without labels.
    /// </param>
    /// <returns>The value that the network computes.</returns>
    OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label);
}
