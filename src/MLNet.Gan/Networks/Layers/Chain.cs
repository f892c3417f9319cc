using MLNet.Gan.Onnx;

namespace MLNet.Gan.Networks.Layers;

/// <summary>Layers, one after the other.</summary>
public sealed class Chain : nn.Module<Tensor, Tensor>, IOnnxLayer, IPiecewiseLinear
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
    public override Tensor forward(Tensor input)
    {
        var value = input;
        for (var i = 0; i < _layers.Length; i++)
        {
            var next = LeakyRelu.MayOverwrite(_layers, i)
                ? ((LeakyRelu)_layers[i]).Overwrite(value)
                : _layers[i].forward(value);

            // What lies between two layers is the graph's affair. Freed at once, its memory is still warm for the next.
            if (!ReferenceEquals(value, input) && !ReferenceEquals(value, next))
                value.Dispose();
            value = next;
        }

        return value;
    }

    /// <summary>Whether all layers are affine but for kinks.</summary>
    internal bool IsPiecewiseLinear => _layers.All(layer => layer is IPiecewiseLinear { IsPiecewiseLinear: true });

    bool IPiecewiseLinear.IsPiecewiseLinear => IsPiecewiseLinear;

    /// <summary>The forward pass of a chain that is piecewise linear.</summary>
    internal Tensor Trace(Tensor input, AffineTrace trace) =>
        _layers.Aggregate(input, (value, layer) => ((IPiecewiseLinear)layer).Trace(value, trace));

    Tensor IPiecewiseLinear.Trace(Tensor input, AffineTrace trace) => Trace(input, trace);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => _layers.Aggregate(input, (value, layer) =>
        layer is IOnnxLayer known ? known.AddTo(graph, value) : throw new NotSupportedException(
            $"The layer {layer.GetType().Name} has no ONNX form. Implement IOnnxLayer on it."));
}
