namespace MLNet.Gan.Metrics;

/// <summary>The nodes that the ways of preprocessing share.</summary>
internal static class Resize
{
    /// <summary>The images at the size that the networks were trained on.</summary>
    public static OnnxValue Add(OnnxGraph graph, OnnxValue pixels, params ReadOnlySpan<OnnxAttribute> attributes) =>
        graph.Add(
            "Resize",
            [pixels, OnnxValue.Absent, OnnxValue.Absent, graph.Constant(InceptionGraph.Side, InceptionGraph.Side)],
            [OnnxAttribute.Ints("axes", 2, 3), .. attributes]);

    /// <summary>(x − 128)/128, as the network's authors scaled.</summary>
    public static OnnxValue Centered(OnnxGraph graph, OnnxValue pixels) => graph.Add(
        "Mul", [graph.Add("Sub", [pixels, graph.Weight("128", [128])]), graph.Weight("1/128", [1 / 128f])]);
}
