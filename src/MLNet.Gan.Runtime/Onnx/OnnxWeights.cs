using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>
/// The metadata and the float weights of an ONNX file, written as raw bytes (by <see cref="OnnxGraph"/>) or as one packed
/// list of floats (by CNTK).
/// </summary>
internal sealed class OnnxWeights
{
    private readonly Dictionary<string, string> _metadata = [];
    private readonly Dictionary<string, (int[] Shape, float[] Values)> _tensors = [];

    private OnnxWeights()
    {
    }

    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    public IReadOnlyDictionary<string, (int[] Shape, float[] Values)> Tensors => _tensors;

    /// <summary>Reads a file. Nodes, tensors of other types and unknown fields are skipped.</summary>
    /// <exception cref="FormatException">The bytes are not such a file.</exception>
    public static OnnxWeights Read(ReadOnlySpan<byte> file)
    {
        try
        {
            var weights = new OnnxWeights();
            var model = new ProtobufReader(file);
            while (model.Next())
            {
                if (model.Field == 7)
                    weights.AddGraph(model.Bytes);
                if (model.Field == 14)
                    weights.AddMetadata(model.Bytes);
            }

            return weights;
        }
        catch (FormatException damage)
        {
            throw new FormatException(
                $"The {file.Length} bytes are not an ONNX file that can be read. {damage.Message} Get the file again, and "
                    + "check that it was copied whole.",
                damage);
        }
    }

    private void AddGraph(ReadOnlySpan<byte> message)
    {
        var graph = new ProtobufReader(message);
        while (graph.Next())
        {
            if (graph.Field == 5)
                AddTensor(graph.Bytes);
        }
    }

    private void AddMetadata(ReadOnlySpan<byte> message)
    {
        var (key, value) = ("", "");
        var entry = new ProtobufReader(message);
        while (entry.Next())
        {
            if (entry.Field == 1)
                key = entry.Text;
            if (entry.Field == 2)
                value = entry.Text;
        }

        _metadata[key] = value;
    }

    private void AddTensor(ReadOnlySpan<byte> message)
    {
        var (name, element, shape) = ("", 0L, new List<int>());
        var bytes = ReadOnlySpan<byte>.Empty;
        var tensor = new ProtobufReader(message);
        while (tensor.Next())
        {
            switch (tensor.Field)
            {
                case 1: shape.Add((int)Math.Clamp(tensor.Integer, -1, int.MaxValue)); break;
                case 2: element = tensor.Integer; break;
                case 8: name = tensor.Text; break;
                case 4 or 9: bytes = tensor.Bytes; break;
                default: break;
            }
        }

        if (element == (long)OnnxElement.Single)
            _tensors[name] = ([.. shape], MemoryMarshal.Cast<byte, float>(bytes).ToArray());
    }
}
