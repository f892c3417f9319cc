namespace MLNet.Gan.Metrics;

/// <summary>The blocks of Inception v3 as nodes of a graph, in the variant that FID is computed with.</summary>
internal sealed class InceptionBlocks(OnnxGraph graph, IReadOnlyDictionary<string, FoldedConvolution> weights)
{
    private static readonly Dictionary<string, InceptionConvolution> Layers =
        InceptionConvolutions.All.ToDictionary(layer => layer.Name);

    private static readonly OnnxAttribute Kernel = OnnxAttribute.Ints("kernel_shape", 3, 3);
    private static readonly OnnxAttribute Two = OnnxAttribute.Ints("strides", 2, 2);
    private static readonly OnnxAttribute Padding = OnnxAttribute.Ints("pads", 1, 1, 1, 1);

    public OnnxValue FirstPool(OnnxValue x) =>
        Halved(Chain(x, "Conv2d_1a_3x3", "Conv2d_2a_3x3", "Conv2d_2b_3x3"));

    public OnnxValue SecondPool(OnnxValue x) => Halved(Chain(x, "Conv2d_3b_1x1", "Conv2d_4a_3x3"));

    public OnnxValue Mixed6e(OnnxValue x)
    {
        x = FiveByFive(FiveByFive(FiveByFive(x, "Mixed_5b"), "Mixed_5c"), "Mixed_5d");
        x = Joined(
            Chain(x, "Mixed_6a.branch3x3"),
            Chain(x, "Mixed_6a.branch3x3dbl_1", "Mixed_6a.branch3x3dbl_2", "Mixed_6a.branch3x3dbl_3"),
            Halved(x));
        return SevenBySeven(
            SevenBySeven(SevenBySeven(SevenBySeven(x, "Mixed_6b"), "Mixed_6c"), "Mixed_6d"), "Mixed_6e");
    }

    public OnnxValue Mixed7c(OnnxValue x)
    {
        x = Joined(
            Chain(x, "Mixed_7a.branch3x3_1", "Mixed_7a.branch3x3_2"),
            Chain(x, "Mixed_7a.branch7x7x3_1", "Mixed_7a.branch7x7x3_2", "Mixed_7a.branch7x7x3_3",
                "Mixed_7a.branch7x7x3_4"),
            Halved(x));
        x = Expanded(x, "Mixed_7b", Averaged(x));

        // The network's authors used maximum pooling here, and average pooling everywhere else.
        return Expanded(x, "Mixed_7c", graph.Add("MaxPool", [x], Kernel, Padding));
    }

    private OnnxValue FiveByFive(OnnxValue x, string block) => Joined(
        Chain(x, $"{block}.branch1x1"),
        Chain(x, $"{block}.branch5x5_1", $"{block}.branch5x5_2"),
        Chain(x, $"{block}.branch3x3dbl_1", $"{block}.branch3x3dbl_2", $"{block}.branch3x3dbl_3"),
        Chain(Averaged(x), $"{block}.branch_pool"));

    private OnnxValue SevenBySeven(OnnxValue x, string block) => Joined(
        Chain(x, $"{block}.branch1x1"),
        Chain(x, $"{block}.branch7x7_1", $"{block}.branch7x7_2", $"{block}.branch7x7_3"),
        Chain(x, $"{block}.branch7x7dbl_1", $"{block}.branch7x7dbl_2", $"{block}.branch7x7dbl_3",
            $"{block}.branch7x7dbl_4", $"{block}.branch7x7dbl_5"),
        Chain(Averaged(x), $"{block}.branch_pool"));

    private OnnxValue Expanded(OnnxValue x, string block, OnnxValue pooled)
    {
        var single = Chain(x, $"{block}.branch3x3_1");
        var twice = Chain(x, $"{block}.branch3x3dbl_1", $"{block}.branch3x3dbl_2");
        return Joined(
            Chain(x, $"{block}.branch1x1"),
            Chain(single, $"{block}.branch3x3_2a"), Chain(single, $"{block}.branch3x3_2b"),
            Chain(twice, $"{block}.branch3x3dbl_3a"), Chain(twice, $"{block}.branch3x3dbl_3b"),
            Chain(pooled, $"{block}.branch_pool"));
    }

    private OnnxValue Chain(OnnxValue x, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            x = Convolved(x, Layers[name], weights[name]);
        return x;
    }

    private OnnxValue Convolved(OnnxValue x, InceptionConvolution layer, FoldedConvolution folded)
    {
        var kernel = graph.Weight(
            $"{layer.Name}.weight", folded.Kernel, layer.Outputs, layer.Inputs, layer.Height, layer.Width);
        var bias = graph.Weight($"{layer.Name}.bias", folded.Bias, layer.Outputs);
        var (vertical, horizontal) = layer.IsPadded ? (layer.Height / 2, layer.Width / 2) : (0, 0);
        return graph.Add("Relu", [graph.Add(
            "Conv", [x, kernel, bias],
            OnnxAttribute.Ints("kernel_shape", layer.Height, layer.Width),
            OnnxAttribute.Ints("strides", layer.Stride, layer.Stride),
            OnnxAttribute.Ints("pads", vertical, horizontal, vertical, horizontal))]);
    }

    private OnnxValue Halved(OnnxValue x) => graph.Add("MaxPool", [x], Kernel, Two);

    // The padding is not included in the average.
    private OnnxValue Averaged(OnnxValue x) =>
        graph.Add("AveragePool", [x], Kernel, Padding, OnnxAttribute.Of("count_include_pad", 0));

    private OnnxValue Joined(params ReadOnlySpan<OnnxValue> branches) =>
        graph.Add("Concat", branches, OnnxAttribute.Of("axis", 1));
}
