using MLNet.Gan;
using MLNet.Gan.Metrics;
using System.Buffers.Binary;

namespace MLNet.Gan.Tests.Inception;

/// <summary>
/// A frozen GraphDef with every node of the Inception graph, but tensors of a few values. Field numbers are those of
/// TensorFlow's graph.proto, node_def.proto, attr_value.proto, tensor.proto and tensor_shape.proto.
/// </summary>
internal static class GraphDefFile
{
    public const long Float = 1, Int32 = 3;

    /// <summary>All nodes; the number of a convolution is the first value of each of its tensors.</summary>
    public static IEnumerable<ProtobufWriter> Nodes()
    {
        yield return Node("ExpandDims/dim", "Const", Tensor(Int32, [], content: new byte[4]));
        foreach (var ((scope, _), i) in GraphDefNames.Convolutions.Select((names, i) => (names, i)))
        {
            yield return Node($"{scope}/Conv2D", "Conv2D");
            yield return Node($"{scope}/conv2d_params", "Const", Tensor(Float, [1, 2, 1, 1], Bytes(i, i + 0.5f)));
            yield return Node($"{scope}/batchnorm/gamma", "Const", Tensor(Float, [2], Bytes(i, 1)));
            yield return Node($"{scope}/batchnorm/beta", "Const", Tensor(Float, [2], Bytes(i, 2)));
            yield return Node($"{scope}/batchnorm/moving_mean", "Const", Tensor(Float, [2], Bytes(i, 3)));
            yield return Node($"{scope}/batchnorm/moving_variance", "Const", Tensor(Float, [2], Bytes(i, 4)));
        }

        yield return Node("softmax/weights", "Const", Tensor(Float, [2, 3], Bytes(1, 2, 3, 4, 5, 6)));
        yield return Node("softmax/biases", "Const", Tensor(Float, [3], [], 7, 8, 9));
    }

    public static byte[] Bytes(IEnumerable<ProtobufWriter> nodes)
    {
        var graph = new ProtobufWriter();
        foreach (var node in nodes)
        {
            graph.Message(1, node);
        }

        return graph.ToArray();
    }

    public static ProtobufWriter Node(string name, string type, ProtobufWriter? tensor = null)
    {
        var node = new ProtobufWriter();
        node.Text(1, name);
        node.Text(2, type);
        node.Message(5, Attribute("dtype", new ProtobufWriter()));
        if (tensor is not null)
        {
            var value = new ProtobufWriter();
            value.Message(8, tensor);
            node.Message(5, Attribute("value", value));
        }

        return node;
    }

    public static ProtobufWriter Tensor(long type, long[] shape, byte[] content, params float[] list)
    {
        var (tensor, dimensions) = (new ProtobufWriter(), new ProtobufWriter());
        foreach (var length in shape)
        {
            var dimension = new ProtobufWriter();
            dimension.Integer(1, length);
            dimensions.Message(2, dimension);
        }

        tensor.Integer(1, type);
        tensor.Message(2, dimensions);
        if (content.Length > 0)
            tensor.Bytes(4, content);
        foreach (var value in list)
        {
            tensor.Single(5, value);
        }

        return tensor;
    }

    public static byte[] Bytes(params float[] values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return bytes;
    }

    private static ProtobufWriter Attribute(string key, ProtobufWriter value)
    {
        var entry = new ProtobufWriter();
        entry.Text(1, key);
        entry.Message(2, value);
        return entry;
    }
}
