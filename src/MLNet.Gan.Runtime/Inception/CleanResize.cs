namespace MLNet.Gan.Metrics;

/// <summary>
/// What clean-fid does (Parmar et al., 2022): PIL's bicubic resize of floats (a = −0.5), which smooths what it shrinks,
/// clipped to [0, 255] and not rounded, then (x − 128)/128.
/// </summary>
public sealed record CleanResize : IPreprocessing
{
    /// <inheritdoc/>
    public string Name => "clean";

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue pixels)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var resized = Resize.Add(
            graph, pixels,
            OnnxAttribute.Of("mode", "cubic"), OnnxAttribute.Of("coordinate_transformation_mode", "half_pixel"),
            OnnxAttribute.Of("antialias", 1), OnnxAttribute.Of("cubic_coeff_a", -0.5f),
            OnnxAttribute.Of("exclude_outside", 1));
        var clipped = graph.Add("Clip", [resized, graph.Weight("0", [0]), graph.Weight("255", [255])]);
        return Resize.Centered(graph, clipped);
    }
}
