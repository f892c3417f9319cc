using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace MLNet.Gan;

/// <summary>
/// A builder of an ONNX graph, for opset 13 by default. The first axis of its inputs and outputs is the batch, named
/// "N" and of any size.
/// </summary>
/// <remarks>A node can only read values that exist, so nodes are in topological order by construction.</remarks>
/// <param name="name">The name of the graph, such as "generator".</param>
public sealed class OnnxGraph(string name)
{
    // A protobuf message must be shorter than 2 GiB, and so must a .NET array.
    private static readonly long LargestFile = Array.MaxLength;

    private readonly HashSet<string> _values = [];
    private readonly Dictionary<string, OnnxValue> _constants = [];
    private readonly List<OnnxBoundary> _inputs = [];
    private readonly List<OnnxBoundary> _outputs = [];
    private readonly List<TensorProto> _tensors = [];
    private readonly List<NodeProto> _nodes = [];

    /// <summary>The name of the graph.</summary>
    public string Name { get; } =
        !string.IsNullOrWhiteSpace(name) ? name : throw new ArgumentException("A graph needs a name.", nameof(name));

    /// <summary>
    /// The version of ONNX's operators, 13 (default) to 18: 13 runs on ONNX Runtime 1.8 (2021) and later, 18 on 1.14
    /// (2023) and later.
    /// </summary>
    public int Opset
    {
        get;
        init => field = value is >= 13 and <= 18 ? value : throw new ArgumentOutOfRangeException(
            nameof(Opset), value, $"Opset must be at least 13 and at most 18, but is {value}.");
    } = 13;

    internal IReadOnlyList<OnnxBoundary> Inputs => _inputs;

    internal IReadOnlyList<OnnxBoundary> Outputs => _outputs;

    internal IReadOnlyList<TensorProto> Tensors => _tensors;

    internal IReadOnlyList<NodeProto> Nodes => _nodes;

    /// <summary>Adds an input, which the caller supplies under this name.</summary>
    /// <param name="name">The input's name in the file.</param>
    /// <param name="element">The type of its elements.</param>
    /// <param name="dimensions">The shape of one row, without the batch axis; empty for one number per row.</param>
    public OnnxValue Input(string name, OnnxElement element, params ReadOnlySpan<long> dimensions)
    {
        RequirePositive(name, dimensions);
        return AddInput(name, element, dimensions.ToArray());
    }

    /// <summary>Adds an input of images of any height and width: [N, C, H, W].</summary>
    /// <param name="name">The input's name in the file.</param>
    /// <param name="element">The type of a pixel.</param>
    /// <param name="channels">The number of channels of an image.</param>
    public OnnxValue Images(string name, OnnxElement element, int channels)
    {
        RequirePositive(name, [channels]);
        return AddInput(name, element, [channels, OnnxBoundary.AnySize, OnnxBoundary.AnySize]);
    }

    /// <summary>Adds a tensor of weights. The file contains it only if an output depends on it.</summary>
    /// <param name="hint">A readable name, such as "body.0.weight"; a number is appended if it is taken.</param>
    /// <param name="values">The weights in row-major order; they are copied.</param>
    /// <param name="dimensions">The tensor's shape; empty for a scalar.</param>
    public OnnxValue Weight(string hint, ReadOnlySpan<float> values, params ReadOnlySpan<long> dimensions)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hint);
        RequirePositive(hint, dimensions);
        var size = 1L;
        foreach (var dimension in dimensions)
        {
            size = checked(size * dimension);
        }

        if (size != values.Length)
        {
            throw new ArgumentException(
                $"Weight '{hint}' of shape [{Join(dimensions)}] needs {size} values, but {values.Length} were given.",
                nameof(values));
        }

        RequireFits(sizeof(float) * size, LargestFile);
        var value = Fresh(hint);
        AddTensor(value, OnnxElement.Single, values, dimensions);
        return value;
    }

    /// <summary>Adds a list of integers, such as a shape or axes. Equal lists are one value.</summary>
    /// <param name="values">The integers.</param>
    public OnnxValue Constant(params ReadOnlySpan<long> values)
    {
        var key = Join(values);
        if (!_constants.TryGetValue(key, out var value))
        {
            value = _constants[key] = Fresh($"[{key}]");
            AddTensor(value, OnnxElement.Int64, values, [values.Length]);
        }

        return value;
    }

    /// <summary>Adds a tensor of any type.</summary>
    internal OnnxValue Tensor(string hint, TensorProto tensor)
    {
        var value = Fresh(hint);
        _tensors.Add(new(tensor) { Name = value.Name });
        return value;
    }

    /// <summary>Adds a node with one output.</summary>
    /// <param name="operation">The name of an ONNX operator of the graph's opset, such as "Conv".</param>
    /// <param name="inputs">Values of this graph, in the operator's order; <see cref="OnnxValue.Absent"/> skips
    /// one.</param>
    /// <param name="attributes">The node's attributes; the operator has defaults for the others.</param>
    /// <returns>The node's output.</returns>
    public OnnxValue Add(
        string operation, ReadOnlySpan<OnnxValue> inputs, params ReadOnlySpan<OnnxAttribute> attributes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        var names = new string[inputs.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = inputs[i] == OnnxValue.Absent ? inputs[i].Name : Known(inputs[i], nameof(inputs));
        }

        var output = Fresh(operation);
        var node = new NodeProto { Name = output.Name, OpType = operation, Input = { names }, Output = { output.Name } };
        foreach (var attribute in attributes)
        {
            node.Attribute.Add(attribute.Message);
        }

        _nodes.Add(node);
        return output;
    }

    /// <summary>Makes a value an output of type <see cref="OnnxElement.Single"/>.</summary>
    /// <param name="name">The output's name in the file.</param>
    /// <param name="value">The value; one value can be several outputs.</param>
    /// <param name="dimensions">The shape of one row, without the batch axis.</param>
    public void Output(string name, OnnxValue value, params ReadOnlySpan<long> dimensions) =>
        Output(name, value, OnnxElement.Single, dimensions);

    /// <summary>Makes a value an output of a type.</summary>
    /// <param name="name">The output's name in the file.</param>
    /// <param name="value">The value; one value can be several outputs.</param>
    /// <param name="element">The type of its elements.</param>
    /// <param name="dimensions">The shape of one row, without the batch axis.</param>
    public void Output(string name, OnnxValue value, OnnxElement element, params ReadOnlySpan<long> dimensions)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        RequirePositive(name, dimensions);
        if (_inputs.Concat(_outputs).Any(other => other.Name == name))
        {
            throw new ArgumentException(
                $"Graph '{Name}' already has an input or output named '{name}'. Choose another name.", nameof(name));
        }

        var source = Known(value, nameof(value));
        var renamable =
            _nodes.Exists(node => node.Name == source) && !_outputs.Exists(other => other.Value == source);
        var output = renamable ? source : Add("Identity", [value]).Name;
        _outputs.Add(new(name, output, element, dimensions.ToArray()));
    }

    /// <summary>
    /// Returns the file: equal graphs and metadata give equal bytes. It contains only what an output depends on.
    /// </summary>
    /// <param name="metadata">The file's metadata properties.</param>
    /// <exception cref="InvalidOperationException">There is no output, or the file would be 2 GiB or
    /// longer.</exception>
    public byte[] ToBytes(IReadOnlyDictionary<string, string> metadata) => ToBytes(metadata, LargestFile);

    internal byte[] ToBytes(IReadOnlyDictionary<string, string> metadata, long largestFile)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (_outputs.Count == 0)
        {
            throw new InvalidOperationException($"Graph '{Name}' has no output. Call {nameof(Output)} before "
                + $"{nameof(ToBytes)}.");
        }

        RequireFits(_tensors.Sum(tensor => (long)tensor.RawData.Length), largestFile); // Before 32 bits overflow.
        var model = new OnnxModel(this, metadata);
        RequireFits(model.Length, largestFile);
        return model.ToArray();
    }

    private OnnxValue AddInput(string name, OnnxElement element, long[] dimensions)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_values.Add(name))
        {
            throw new ArgumentException(
                $"Graph '{Name}' already has a value named '{name}'. Add inputs first, each under its own "
                    + "name.", nameof(name));
        }

        _inputs.Add(new(name, name, element, dimensions));
        return new(name);
    }

    // ONNX's raw data are little-endian, as every processor is that .NET and ONNX Runtime share.
    private void AddTensor<T>(OnnxValue value, OnnxElement element, ReadOnlySpan<T> values, ReadOnlySpan<long> dimensions)
        where T : unmanaged => _tensors.Add(new()
        {
            Name = value.Name,
            DataType = (int)element,
            Dims = { dimensions.ToArray() },
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values)),
        });

    private OnnxValue Fresh(string hint)
    {
        var unique = hint;
        for (var number = 2; !_values.Add(unique); number++)
        {
            unique = $"{hint}_{number}";
        }

        return new(unique);
    }

    private string Known(OnnxValue value, string parameter) =>
        value.Name is not null && _values.Contains(value.Name)
            ? value.Name
            : throw new ArgumentException(
                $"Graph '{Name}' has no value named '{value.Name}'. Use only values that this graph "
                    + "returned.", parameter);

    private void RequireFits(long length, long largestFile)
    {
        if (length > largestFile)
        {
            throw new InvalidOperationException(
                $"Graph '{Name}' needs {length} bytes, but an ONNX file holds at most {largestFile}. Export a smaller "
                    + "network.");
        }
    }

    private static void RequirePositive(string name, ReadOnlySpan<long> dimensions)
    {
        foreach (var dimension in dimensions)
        {
            if (dimension <= 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(dimensions),
                    dimension,
                    $"The sizes of '{name}' are [{Join(dimensions)}], but each must be greater than 0.");
            }
        }
    }

    private static string Join(ReadOnlySpan<long> values) => string.Join(',', values.ToArray());
}
