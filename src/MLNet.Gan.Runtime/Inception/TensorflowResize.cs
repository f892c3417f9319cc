namespace MLNet.Gan.Metrics;

/// <summary>
/// The preprocessing of TTUR (Heusel et al., 2017), torch-fidelity, torchmetrics and StyleGAN: TensorFlow 1's bilinear
/// resize, which reads at dst · in/out, without antialiasing, then (x − 128)/128.
/// </summary>
public sealed record TensorflowResize : IPreprocessing
{
    /// <inheritdoc/>
    public string Name => "tensorflow";

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue pixels)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Resize.Centered(graph, Resize.To(
            graph, pixels, InceptionGraph.Side,
            OnnxAttribute.Of("mode", "linear"), OnnxAttribute.Of("coordinate_transformation_mode", "asymmetric")));
    }
}
