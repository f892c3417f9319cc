namespace MLNet.Gan.Metrics;

/// <summary>Writes a network as ONNX, with or without preprocessing.</summary>
internal static class InceptionGraph
{
    /// <summary>The name of the input in the file.</summary>
    public const string Input = "image";

    /// <summary>The side of the images that the network was trained on.</summary>
    public const int Side = 299;

    /// <summary>
    /// Returns the whole network with an input of floats [N, 3, 299, 299] in [−1, 1], as it is stored.
    /// </summary>
    public static byte[] ToFile(InceptionModel model)
    {
        var graph = new OnnxGraph("inception");
        Add(graph, graph.Input(Input, OnnxElement.Single, 3, Side, Side), model, InceptionOutput.All);
        return graph.ToBytes(model.Metadata);
    }

    /// <summary>
    /// Returns the part of the network that the outputs need, with an input of bytes [N, 3, H, W], as it is run.
    /// </summary>
    /// <param name="model">The weights.</param>
    /// <param name="preprocessing">The preprocessing.</param>
    /// <param name="outputs">The outputs; the first is the features, whose size is in the network's name.</param>
    public static byte[] ToRun(
        InceptionModel model, IPreprocessing preprocessing, IReadOnlyList<InceptionOutput> outputs)
    {
        var graph = new OnnxGraph("inception") { Opset = 18 }; // Resize has antialiasing and axes since then.
        var pixels = graph.Add(
            "Cast", [graph.Images(Input, OnnxElement.Byte, 3)], OnnxAttribute.Of("to", (long)OnnxElement.Single));
        Add(graph, preprocessing.AddTo(graph, pixels), model, outputs);
        return graph.ToBytes(
            new Dictionary<string, string>(model.Metadata)
            {
                [ImageFeatures.NetworkKey] = outputs[0].Size == InceptionModel.FeatureCount
                    ? model.Name
                    : $"{model.Name}/{outputs[0].Size}",
                [ImageFeatures.PreprocessingKey] = preprocessing.Name,
            });
    }

    private static void Add(
        OnnxGraph graph, OnnxValue image, InceptionModel model, IReadOnlyCollection<InceptionOutput> outputs)
    {
        var blocks = new InceptionBlocks(graph, model.Convolutions);
        var last = outputs.Max(output => output.Point);
        var points = new Dictionary<InceptionPoint, OnnxValue>();
        var x = blocks.FirstPool(image);
        Take(InceptionPoint.FirstPool);
        x = blocks.SecondPool(x);
        Take(InceptionPoint.SecondPool);
        x = blocks.Mixed6e(x);
        Take(InceptionPoint.Mixed6e);
        if (last > InceptionPoint.Mixed6e)
        {
            x = blocks.Mixed7c(x);
            Take(InceptionPoint.Mixed7c);
        }

        if (last == InceptionPoint.Classifier)
        {
            points[last] = graph.Add(
                "Gemm", [points[InceptionPoint.Mixed7c], model.ClassifierIn(graph)], OnnxAttribute.Of("transB", 1));
        }

        foreach (var output in outputs)
            graph.Output(output.Name, points[output.Point], output.Size);

        void Take(InceptionPoint point) =>
            points[point] = graph.Add("Flatten", [graph.Add("GlobalAveragePool", [x])]);
    }
}
