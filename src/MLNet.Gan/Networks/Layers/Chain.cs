using MLNet.Gan.Onnx;

namespace MLNet.Gan.Networks.Layers;

/// <summary>Layers, one after the other.</summary>
public sealed class Chain : nn.Module<Tensor, Tensor>, IOnnxLayer
{
    private readonly nn.Module<Tensor, Tensor>[] _layers;

    /// <summary>A chain that owns its layers.</summary>
    public Chain(params nn.Module<Tensor, Tensor>[] layers) : base(nameof(Chain))
    {
        _layers = layers;
        foreach (var (index, layer) in layers.Index())
            register_module($"{index}", layer);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _layers.Aggregate(input, (value, layer) => layer.forward(value));

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => _layers.Aggregate(input, (value, layer) =>
        layer is IOnnxLayer known ? known.AddTo(graph, value) : throw new NotSupportedException(
            $"The layer {layer.GetType().Name} has no ONNX form. Implement IOnnxLayer on it."));
}
