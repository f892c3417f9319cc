namespace MLNet.Gan.Metrics;

/// <summary>
/// Reads the weights of the Inception graph of December 2015, <c>classify_image_graph_def.pb</c>, without TensorFlow: the
/// constants of a frozen GraphDef, under torchvision's names and in PyTorch's layout.
/// </summary>
internal static class GraphDefWeights
{
    private const int NodeField = 1;
    private const int NameField = 1, OperatorField = 2, AttributeField = 5;
    private const int KeyField = 1, ValueField = 2;
    private const int TensorField = 8;

    private static readonly (string Constant, string Weight)[] Normalization =
    [
        ("gamma", "weight"), ("beta", "bias"), ("moving_mean", "running_mean"), ("moving_variance", "running_var"),
    ];

    private static readonly HashSet<string> Wanted =
    [
        "softmax/weights", "softmax/biases",
        .. from convolution in GraphDefNames.Convolutions
           from constant in Normalization.Select(part => $"batchnorm/{part.Constant}").Append("conv2d_params")
           select $"{convolution.Scope}/{constant}",
    ];

    /// <summary>All 472 tensors: 94 convolutions with their batch norms, and the classifier.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">The file is damaged, hostile or another graph.</exception>
    public static IReadOnlyDictionary<string, WeightTensor> Read(string path) =>
        WeightFile.Read(path, "TensorFlow's Inception graph of December 2015", bytes => Weights(Constants(bytes)));

    private static Dictionary<string, WeightTensor> Weights(Dictionary<string, WeightTensor> constants)
    {
        var weights = new Dictionary<string, WeightTensor>();
        foreach (var (scope, layer) in GraphDefNames.Convolutions)
        {
            weights.Add($"{layer}.conv.weight", ExpectedWeight.ChannelsFirst(Constant($"{scope}/conv2d_params", 4)));
            foreach (var (constant, weight) in Normalization)
            {
                weights.Add($"{layer}.bn.{weight}", Constant($"{scope}/batchnorm/{constant}", 1));
            }
        }

        weights.Add("fc.weight", ExpectedWeight.Permute(Constant("softmax/weights", 2), 1, 0));
        weights.Add("fc.bias", Constant("softmax/biases", 1));
        return weights;

        WeightTensor Constant(string name, int rank)
        {
            var tensor = constants.GetValueOrDefault(name)
                ?? throw new FormatException($"It has no constant '{name}'.");
            return tensor.Shape.Count == rank ? tensor : throw new FormatException(
                $"The constant '{name}' has {tensor.Shape.Count} dimensions instead of {rank}.");
        }
    }

    private static Dictionary<string, WeightTensor> Constants(byte[] bytes)
    {
        var constants = new Dictionary<string, WeightTensor>();
        var left = (long)WeightFile.MostValues;
        var graph = new ProtobufReader(bytes);
        while (graph.Next())
        {
            if (graph.Field != NodeField)
                continue;

            var value = Value(graph.Bytes, out var name, out var isConstant);
            if (!isConstant || !Wanted.Contains(name))
                continue;

            var tensor = Tensor(name, value);
            if (!constants.TryAdd(name, tensor))
                throw new FormatException($"It has the constant '{name}' twice.");
            if ((left -= tensor.Values.Length) < 0)
                throw new FormatException($"Its constants have more than {WeightFile.MostValues} values.");
        }

        return constants;
    }

    private static WeightTensor Tensor(string name, ReadOnlySpan<byte> message)
    {
        try
        {
            return GraphDefTensor.Read(message);
        }
        catch (FormatException damage)
        {
            throw new FormatException($"The constant '{name}' is wrong: {damage.Message}", damage);
        }
    }

    // The tensor of a node, which is empty where it has none.
    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> message, out string name, out bool isConstant)
    {
        (name, isConstant) = ("", false);
        ReadOnlySpan<byte> value = [];
        var node = new ProtobufReader(message);
        while (node.Next())
        {
            switch (node.Field)
            {
                case NameField: name = node.Text; break;
                case OperatorField: isConstant = node.Bytes.SequenceEqual("Const"u8); break;
                case AttributeField: value = IsValue(node.Bytes, out var tensor) ? tensor : value; break;
            }
        }

        return value;
    }

    private static bool IsValue(ReadOnlySpan<byte> message, out ReadOnlySpan<byte> tensor)
    {
        tensor = [];
        var isValue = false;
        var entry = new ProtobufReader(message);
        while (entry.Next())
        {
            if (entry.Field == KeyField)
            {
                isValue = entry.Bytes.SequenceEqual("value"u8);
            }
            else if (entry.Field == ValueField)
            {
                var attribute = new ProtobufReader(entry.Bytes);
                while (attribute.Next())
                {
                    tensor = attribute.Field == TensorField ? attribute.Bytes : tensor;
                }
            }
        }

        return isValue;
    }
}
