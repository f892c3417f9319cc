namespace MLNet.Gan.Metrics;

/// <summary>The preprocessing of images. It changes the features by several percent, so scores name it.</summary>
/// <remarks>Implement it as a record: equal networks share their memory.</remarks>
public interface IPreprocessing
{
    /// <summary>The name in the protocol of scores.</summary>
    string Name { get; }

    /// <summary>Adds the preprocessing to a graph of opset 18.</summary>
    /// <param name="graph">The graph under construction.</param>
    /// <param name="pixels">The images, [N, 3, H, W] integers from 0 to 255 as floats.</param>
    /// <returns>The network's input, [N, 3, 299, 299] values of about [−1, 1].</returns>
    OnnxValue AddTo(OnnxGraph graph, OnnxValue pixels);
}
