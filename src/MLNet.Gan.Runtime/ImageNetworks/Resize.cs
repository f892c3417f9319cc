namespace MLNet.Gan.Metrics;

/// <summary>ONNX nodes that several preprocessings share.</summary>
internal static class Resize
{
    /// <summary>Resizes images with ONNX's operation.</summary>
    /// <param name="graph">The graph under construction.</param>
    /// <param name="pixels">The images [N, C, H, W].</param>
    /// <param name="side">The new height and width.</param>
    /// <param name="attributes">The interpolation.</param>
    public static OnnxValue To(
        OnnxGraph graph, OnnxValue pixels, int side, params ReadOnlySpan<OnnxAttribute> attributes) =>
        graph.Add(
            "Resize",
            [pixels, OnnxValue.Absent, OnnxValue.Absent, graph.Constant(side, side)],
            [OnnxAttribute.Ints("axes", 2, 3), .. attributes]);

    /// <summary>
    /// PIL's bicubic resize of floats (a = −0.5), antialiased when it downsamples, clipped to [0, 255] and not rounded.
    /// An image of that size already is not changed.
    /// </summary>
    /// <param name="graph">The graph under construction.</param>
    /// <param name="pixels">The images [N, C, H, W], from 0 to 255.</param>
    /// <param name="side">The new height and width.</param>
    public static OnnxValue Bicubic(OnnxGraph graph, OnnxValue pixels, int side)
    {
        var resized = To(
            graph, pixels, side,
            OnnxAttribute.Of("mode", "cubic"), OnnxAttribute.Of("coordinate_transformation_mode", "half_pixel"),
            OnnxAttribute.Of("antialias", 1), OnnxAttribute.Of("cubic_coeff_a", -0.5f),
            OnnxAttribute.Of("exclude_outside", 1));
        return graph.Add("Clip", [resized, graph.Weight("0", [0]), graph.Weight("255", [255])]);
    }

    /// <summary>Scales to (x − 128)/128, as the network's authors do.</summary>
    public static OnnxValue Centered(OnnxGraph graph, OnnxValue pixels) => graph.Add(
        "Mul", [graph.Add("Sub", [pixels, graph.Weight("128", [128])]), graph.Weight("1/128", [1 / 128f])]);
}
