using System.Reflection;
using Google.Protobuf;
using Onnx;

namespace MLNet.Gan;

/// <summary>An ONNX file before it is written: a graph with its metadata.</summary>
internal sealed class OnnxModel
{
    // The version of the file format: 8 came with opset 15.
    private const int IrVersion = 7, LaterIrVersion = 8, LaterOpset = 15;

    private static readonly string Version = typeof(OnnxModel).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private readonly ModelProto _head;
    private readonly ModelProto _graph;

    public OnnxModel(OnnxGraph graph, IReadOnlyDictionary<string, string> metadata)
    {
        _head = new()
        {
            IrVersion = graph.Opset < LaterOpset ? IrVersion : LaterIrVersion,
            ProducerName = "MLNet.Gan",
            ProducerVersion = Version,
            OpsetImport = { new OperatorSetIdProto { Version = graph.Opset } },
        };
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            _head.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        _graph = new() { Graph = OnnxGraphMessage.Of(graph) };
    }

    /// <summary>The length of the file in bytes. Protobuf counts in 32 bits with a sign; this is right below 4 GiB.</summary>
    public long Length => (uint)_head.CalculateSize() + (long)(uint)_graph.CalculateSize();

    /// <summary>
    /// Returns the file. Two messages one behind the other are one message, and so the graph is last, although its
    /// number is lower than that of the metadata: a file that is cut short is never a valid one.
    /// </summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        var headLength = _head.CalculateSize();
        _head.WriteTo(bytes.AsSpan(0, headLength));
        _graph.WriteTo(bytes.AsSpan(headLength));
        return bytes;
    }
}
