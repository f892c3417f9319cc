using System.Text;

namespace MLNet.Gan.Metrics;

/// <summary>The checked and folded weights of the network of FID's authors.</summary>
/// <param name="Source">The SHA-256 of the file they were imported from, in hexadecimal digits.</param>
/// <param name="Convolutions">The 94 convolutions by torchvision's names.</param>
/// <param name="Classifier">The last layer's weights [1008, 2048].</param>
internal sealed record InceptionModel(
    string Source, IReadOnlyDictionary<string, FoldedConvolution> Convolutions, float[] Classifier)
{
    public const int ClassCount = 1008, FeatureCount = 2048;

    // That of torchvision's batch normalization, and of TensorFlow's of 2015.
    private const double Epsilon = 0.001;

    private const string ClassifierName = "fc.weight";

    /// <summary>The name in the protocol of scores: the authors' only for the file that they published.</summary>
    public string Name => AuthorsNetwork.IsOf(Source) ? AuthorsNetwork.Name : AuthorsNetwork.OfOtherWeights;

    /// <summary>The metadata of the file.</summary>
    public Dictionary<string, string> Metadata =>
        new() { [ImageFeatures.NetworkKey] = Name, [ImageFeatures.SourceKey] = Source };

    /// <summary>Returns the network of tensors with torchvision's names.</summary>
    /// <exception cref="FormatException">They are not the weights of that network.</exception>
    public static InceptionModel FromTorch(IReadOnlyDictionary<string, WeightTensor> tensors, string source)
    {
        var weights = Checked(tensors);
        var convolutions = InceptionConvolutions.All.ToDictionary(layer => layer.Name, layer => FoldedConvolution.Of(
            weights.Get($"{layer.Name}.conv.weight", layer.Outputs, layer.Inputs, layer.Height, layer.Width),
            weights.Get($"{layer.Name}.bn.weight", layer.Outputs),
            weights.Get($"{layer.Name}.bn.bias", layer.Outputs),
            weights.Get($"{layer.Name}.bn.running_mean", layer.Outputs),
            weights.Variances($"{layer.Name}.bn.running_var", layer.Outputs),
            Epsilon));
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
        return new(source, convolutions, classifier);
    }

    /// <summary>Returns whether a file is such a network: whether it has the hash of a source, without reading all of it.</summary>
    public static bool IsAt(string path)
    {
        const int head = 4096; // The metadata are in front of the graph.
        using var file = File.OpenRead(path);
        var start = new byte[head];
        var length = file.ReadAtLeast(start, head, throwOnEndOfStream: false);
        return start.AsSpan(0, length).IndexOf(Encoding.UTF8.GetBytes(ImageFeatures.SourceKey)) >= 0;
    }

    /// <summary>Returns a network that <see cref="InceptionGraph"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are not such a file.</exception>
    public static InceptionModel FromOnnx(ReadOnlyMemory<byte> onnx)
    {
        var file = OnnxWeights.Read(onnx.Span);
        if (file.Metadata.GetValueOrDefault(ImageFeatures.NetworkKey) is not (AuthorsNetwork.Name or AuthorsNetwork.OfOtherWeights)
            || !file.Metadata.TryGetValue(ImageFeatures.SourceKey, out var source))
        {
            throw new FormatException(
                "The ONNX file is no imported Inception network: it lacks the metadata of one. Import the network "
                    + "again, or run another network of your own as a FeatureNetwork.");
        }

        var weights = Checked(file.Tensors.ToDictionary(
            tensor => tensor.Key, tensor => new WeightTensor(tensor.Value.Shape, tensor.Value.Values)));
        return new(
            source,
            InceptionConvolutions.All.ToDictionary(layer => layer.Name, layer => new FoldedConvolution(
                weights.Get($"{layer.Name}.weight", layer.Outputs, layer.Inputs, layer.Height, layer.Width),
                weights.Get($"{layer.Name}.bias", layer.Outputs))),
            weights.Get(ClassifierName, ClassCount, FeatureCount));
    }

    /// <summary>Adds the classifier's weights to a graph.</summary>
    public OnnxValue ClassifierIn(OnnxGraph graph) =>
        graph.Weight(ClassifierName, Classifier, ClassCount, FeatureCount);

    private static CheckedWeights Checked(IReadOnlyDictionary<string, WeightTensor> tensors) =>
        new(tensors, "Inception v3", "Import pt_inception-2015-12-05-6726825d.pth, copied whole.");
}
