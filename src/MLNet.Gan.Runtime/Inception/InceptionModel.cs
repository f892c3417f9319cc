namespace MLNet.Gan.Metrics;

/// <summary>The checked and folded weights of one of the two networks.</summary>
/// <param name="Name">The name that scores carry.</param>
/// <param name="Source">The SHA-256 of what they were imported from, in hexadecimal digits.</param>
/// <param name="Convolutions">The convolutions by torchvision's names.</param>
/// <param name="Classifier">The last layer's weights [1008, 2048]; null for the offline network.</param>
internal sealed record InceptionModel(
    string Name, string Source, IReadOnlyDictionary<string, FoldedConvolution> Convolutions, float[]? Classifier)
{
    /// <summary>The network of the authors of FID, with its 94 convolutions.</summary>
    public const string Canonical = "inception-2015-12-05";

    /// <summary>The first 70 convolutions of the network that nsfwjs ships.</summary>
    public const string Offline = "offline-inception/mixed7";

    public const int ClassCount = 1008, FeatureCount = 2048;

    /// <summary>The names under which the file tells the network's name and the hash of its source.</summary>
    public const string NetworkKey = "network", SourceKey = "source-sha256";

    private const string ClassifierName = "fc.weight";

    /// <summary>What the network can hand out, the features that it is known for first.</summary>
    public IReadOnlyList<InceptionOutput> Outputs => OutputsOf(Name);

    /// <summary>What a network of this name can hand out.</summary>
    public static IReadOnlyList<InceptionOutput> OutputsOf(string name) =>
        name == Canonical ? InceptionOutput.OfCanonical : [InceptionOutput.Mixed7];

    /// <summary>What the file says about itself.</summary>
    public Dictionary<string, string> Metadata => new() { [NetworkKey] = Name, [SourceKey] = Source };

    /// <summary>The canonical network from torchvision's names.</summary>
    /// <exception cref="FormatException">They are not the weights of that network.</exception>
    public static InceptionModel FromTorch(IReadOnlyDictionary<string, WeightTensor> tensors, string source)
    {
        var weights = new CheckedWeights(tensors);
        var convolutions = InceptionConvolutions.All.ToDictionary(layer => layer.Name, layer => FoldedConvolution.Of(
            weights.Get($"{layer.Name}.conv.weight", layer.Outputs, layer.Inputs, layer.Height, layer.Width),
            weights.Get($"{layer.Name}.bn.weight", layer.Outputs),
            weights.Get($"{layer.Name}.bn.bias", layer.Outputs),
            weights.Get($"{layer.Name}.bn.running_mean", layer.Outputs),
            weights.Variances($"{layer.Name}.bn.running_var", layer.Outputs)));
        var classifier = weights.Get(ClassifierName, ClassCount, FeatureCount);
        weights.Get("fc.bias", ClassCount);
        HashSet<string> known =
        [
            ClassifierName, "fc.bias",
            .. convolutions.Keys.SelectMany(name => (string[])
            [
                $"{name}.conv.weight", $"{name}.bn.weight", $"{name}.bn.bias", $"{name}.bn.running_mean",
                $"{name}.bn.running_var",
            ]),
        ];
        weights.RequireNothingBut(name => known.Contains(name)
            || name.StartsWith("AuxLogits.", StringComparison.Ordinal)
            || name.EndsWith("num_batches_tracked", StringComparison.Ordinal));
        return new(Canonical, source, convolutions, classifier);
    }

    /// <summary>The offline network from Keras's names. The layers behind it are not looked at.</summary>
    /// <exception cref="FormatException">They are not the weights of that network.</exception>
    public static InceptionModel FromKeras(IReadOnlyDictionary<string, WeightTensor> tensors, string source)
    {
        var weights = new CheckedWeights(tensors);
        var layers = InceptionConvolutions.All.Take(InceptionConvolutions.ToMixed7);
        return new(Offline, source, Classifier: null, Convolutions: layers.Index().ToDictionary(
            layer => layer.Item.Name,
            layer => FoldedConvolution.Of(
                weights.Get($"conv2d_{layer.Index + 1}/kernel",
                    layer.Item.Outputs, layer.Item.Inputs, layer.Item.Height, layer.Item.Width),
                gain: null,
                weights.Get($"batch_normalization_{layer.Index + 1}/beta", layer.Item.Outputs),
                weights.Get($"batch_normalization_{layer.Index + 1}/moving_mean", layer.Item.Outputs),
                weights.Variances($"batch_normalization_{layer.Index + 1}/moving_variance", layer.Item.Outputs))));
    }

    /// <summary>A network that <see cref="InceptionGraph"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are not such a file.</exception>
    public static InceptionModel FromOnnx(ReadOnlyMemory<byte> onnx)
    {
        var file = OnnxWeights.Read(onnx.Span);
        var name = file.Metadata.GetValueOrDefault(NetworkKey, "");
        if (name is not (Canonical or Offline) || !file.Metadata.TryGetValue(SourceKey, out var source))
        {
            throw new FormatException(
                "The ONNX file is no imported Inception network: its metadata does not say so. Import the network "
                    + "again, or run another network of your own as a FeatureNetwork.");
        }

        var weights = new CheckedWeights(file.Tensors.ToDictionary(
            tensor => tensor.Key, tensor => new WeightTensor(tensor.Value.Shape, tensor.Value.Values)));
        var layers = InceptionConvolutions.All.Take(
            name == Canonical ? InceptionConvolutions.All.Count : InceptionConvolutions.ToMixed7);
        return new(
            name,
            source,
            layers.ToDictionary(layer => layer.Name, layer => new FoldedConvolution(
                weights.Get($"{layer.Name}.weight", layer.Outputs, layer.Inputs, layer.Height, layer.Width),
                weights.Get($"{layer.Name}.bias", layer.Outputs))),
            name == Canonical ? weights.Get(ClassifierName, ClassCount, FeatureCount) : null);
    }

    /// <summary>The classifier's weights in a graph.</summary>
    public OnnxValue ClassifierIn(OnnxGraph graph) =>
        graph.Weight(ClassifierName, Classifier, ClassCount, FeatureCount);
}
