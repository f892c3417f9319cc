namespace MLNet.Gan.Metrics;

/// <summary>
/// What happens to an image in front of the network. It changes the features by several percent, so scores name it.
/// </summary>
/// <remarks>Implement it as a record: networks that differ in nothing share their memory.</remarks>
public interface IPreprocessing
{
    /// <summary>The name that scores carry.</summary>
    string Name { get; }

    /// <summary>Adds it to a graph of opset 18.</summary>
    /// <param name="graph">The graph under construction.</param>
    /// <param name="pixels">The images, [N, 3, H, W] whole numbers from 0 to 255 as floats.</param>
    /// <returns>What the network reads, [N, 3, 299, 299] numbers of about [−1, 1].</returns>
    OnnxValue AddTo(OnnxGraph graph, OnnxValue pixels);
}
