using Onnx;

namespace MLNet.Gan;

/// <summary>All tensors of an ONNX model: weights, constants of nodes, and those in its subgraphs and functions.</summary>
internal static class ModelTensors
{
    /// <summary>Returns the tensors.</summary>
    public static IEnumerable<TensorProto> Of(ModelProto model) =>
    [
        .. model.Graph is null ? [] : Of(model.Graph),
        .. model.Functions.SelectMany(function => function.Node.SelectMany(Of)),
        .. model.TrainingInfo.SelectMany(info => (GraphProto?[])[info.Initialization, info.Algorithm])
            .OfType<GraphProto>().SelectMany(Of),
    ];

    private static IEnumerable<TensorProto> Of(GraphProto graph) =>
        [.. graph.Initializer, .. graph.SparseInitializer.SelectMany(Of), .. graph.Node.SelectMany(Of)];

    private static IEnumerable<TensorProto> Of(NodeProto node) => node.Attribute.SelectMany(attribute => (TensorProto[])
    [
        .. Given(attribute.T), .. attribute.Tensors,
        .. Given(attribute.SparseTensor).SelectMany(Of), .. attribute.SparseTensors.SelectMany(Of),
        .. Given(attribute.G).SelectMany(Of), .. attribute.Graphs.SelectMany(Of),
    ]);

    private static IEnumerable<TensorProto> Of(SparseTensorProto tensor) => [.. Given(tensor.Values), .. Given(tensor.Indices)];

    private static IEnumerable<T> Given<T>(T? message) where T : class => message is null ? [] : [message];
}
