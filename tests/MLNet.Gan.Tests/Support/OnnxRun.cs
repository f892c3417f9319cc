namespace MLNet.Gan.Tests.Support;

/// <summary>What ONNX Runtime computes with the ONNX form of a network.</summary>
internal static class OnnxRun
{
    /// <summary>The output as a tensor of the shape that <paramref name="like"/> has.</summary>
    public static Tensor Of(IOnnxNetwork network, Tensor input, long[]? labels, Tensor like) =>
        Of((graph, value, label) => network.AddTo(graph, value, label), input, labels, like);

    /// <inheritdoc cref="Of(IOnnxNetwork, Tensor, long[], Tensor)"/>
    public static Tensor Of(IOnnxLayer layer, Tensor input, Tensor like) =>
        Of((graph, value, _) => layer.AddTo(graph, value), input, labels: null, like);

    /// <summary>What a module of TorchSharp computes in ONNX; of labels, where it reads them.</summary>
    public static Tensor OfModule(nn.Module<Tensor, Tensor> module, Tensor input, Tensor like) => input.dtype == ScalarType.Int64
        ? Of((graph, _, label) => graph.Add(module, label!.Value), zeros(input.shape[0], 1), input.data<long>().ToArray(), like)
        : Of((graph, value, _) => graph.Add(module, value), input, labels: null, like);

    /// <summary>The file of a module of TorchSharp that reads numbers.</summary>
    public static byte[] File(nn.Module<Tensor, Tensor> module, Tensor input, Tensor like)
    {
        var graph = new OnnxGraph("module");
        var value = graph.Input("input", OnnxElement.Single, input.shape.AsSpan(1));
        graph.Output("output", graph.Add(module, value), like.shape.AsSpan(1));
        return graph.ToBytes(new Dictionary<string, string>());
    }

    private static Tensor Of(Func<OnnxGraph, OnnxValue, OnnxValue?, OnnxValue> add, Tensor input, long[]? labels, Tensor like)
    {
        var graph = new OnnxGraph("network");
        var value = graph.Input("input", OnnxElement.Single, input.shape.AsSpan(1));
        OnnxValue? label = labels is null ? null : graph.Input("label", OnnxElement.Int64);
        graph.Output("output", add(graph, value, label), like.shape.AsSpan(1));

        using var session = new OnnxSession(graph.ToBytes(new Dictionary<string, string>()), threads: 1);
        var output = new float[like.numel()];
        session.Run((int)input.shape[0], input.contiguous().flatten(0).data<float>().ToArray(), labels, ("output", output));
        return tensor(output).reshape(like.shape);
    }
}
