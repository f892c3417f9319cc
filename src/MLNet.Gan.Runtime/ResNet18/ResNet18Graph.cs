namespace MLNet.Gan.Metrics;

/// <summary>Writes the network as ONNX, with its preprocessing and a dynamic batch size.</summary>
internal static class ResNet18Graph
{
    private const string NetworkName = "mlnet-resnet18-imagenet", PreprocessingName = "bicubic";
    private const int FeatureCount = 512;

    /// <summary>Returns the network with an input of bytes [N, 3, H, W]: red, green, blue.</summary>
    public static byte[] ToRun(ResNet18Model model)
    {
        var graph = new OnnxGraph("resnet18") { Opset = 18 }; // Resize has antialiasing and axes since then.
        var pixels = graph.Add(
            "Cast", [graph.Images("image", OnnxElement.Byte, 3)], OnnxAttribute.Of("to", (long)OnnxElement.Single));
        var x = Centered(graph, Resize.Bicubic(graph, pixels, ResNet18Model.Side), model.MeanImage);
        x = graph.Add("Relu", [Convolved(graph, x, ResNet18Block.Stem, model)]);
        x = graph.Add(
            "MaxPool", [x], OnnxAttribute.Ints("kernel_shape", 3, 3), OnnxAttribute.Ints("strides", 2, 2),
            OnnxAttribute.Ints("pads", 1, 1, 0, 0));
        foreach (var block in ResNet18Block.All)
            x = Residual(graph, x, block, model);
        graph.Output("features", graph.Add("Flatten", [graph.Add("GlobalAveragePool", [x])]), FeatureCount);
        return graph.ToBytes(new Dictionary<string, string>
        {
            [ImageFeatures.NetworkKey] = NetworkName,
            [ImageFeatures.SourceKey] = model.Source,
            [ImageFeatures.PreprocessingKey] = PreprocessingName,
        });
    }

    /// <summary>
    /// The preprocessing of ResNetPreprocess.onnx: red and blue are swapped, and the mean image is subtracted.
    /// </summary>
    private static OnnxValue Centered(OnnxGraph graph, OnnxValue pixels, float[] meanImage) => graph.Add("Sub",
    [
        graph.Add("Gather", [pixels, graph.Constant(2, 1, 0)], OnnxAttribute.Of("axis", 1)),
        graph.Weight("MeanImage", meanImage, 1, 3, ResNet18Model.Side, ResNet18Model.Side),
    ]);

    private static OnnxValue Residual(OnnxGraph graph, OnnxValue x, ResNet18Block block, ResNet18Model model)
    {
        var inner = graph.Add("Relu", [Convolved(graph, x, block.First, model)]);
        var beside = block.Shortcut is { } shortcut ? Convolved(graph, x, shortcut, model) : x;
        return graph.Add("Relu", [graph.Add("Add", [Convolved(graph, inner, block.Second, model), beside])]);
    }

    private static OnnxValue Convolved(OnnxGraph graph, OnnxValue x, ResNet18Convolution layer, ResNet18Model model)
    {
        var folded = model.Convolutions[layer];
        var (before, after) = layer.Padding;
        return graph.Add(
            "Conv",
            [
                x,
                graph.Weight($"{layer.Kernel}.weight", folded.Kernel, layer.Outputs, layer.Inputs, layer.Size, layer.Size),
                graph.Weight($"{layer.Kernel}.bias", folded.Bias, layer.Outputs),
            ],
            OnnxAttribute.Ints("kernel_shape", layer.Size, layer.Size),
            OnnxAttribute.Ints("strides", layer.Stride, layer.Stride),
            OnnxAttribute.Ints("pads", before, before, after, after));
    }
}
