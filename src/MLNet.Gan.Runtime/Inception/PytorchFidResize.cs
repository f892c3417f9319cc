namespace MLNet.Gan.Metrics;

/// <summary>
/// The preprocessing of pytorch-fid: PyTorch's bilinear resize between pixel centers without antialiasing, then 2 x/255
/// − 1.
/// </summary>
public sealed record PytorchFidResize : IPreprocessing
{
    /// <inheritdoc/>
    public string Name => "pytorch-fid";

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue pixels)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var resized = Resize.To(
            graph, pixels, InceptionGraph.Side,
            OnnxAttribute.Of("mode", "linear"), OnnxAttribute.Of("coordinate_transformation_mode", "half_pixel"));
        return graph.Add(
            "Sub", [graph.Add("Mul", [resized, graph.Weight("2/255", [2 / 255f])]), graph.Weight("1", [1])]);
    }
}
