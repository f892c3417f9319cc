namespace MLNet.Gan.Layers;

/// <summary>Layers applied one after another.</summary>
public sealed class Sequential : nn.Module<Tensor, Tensor>, IOnnxLayer, IPiecewiseLinear
{
    private readonly nn.Module<Tensor, Tensor>[] _layers;

    /// <summary>Initializes a sequence that owns its layers.</summary>
    public Sequential(params nn.Module<Tensor, Tensor>[] layers) : base(nameof(Sequential))
    {
        _layers = layers;
        foreach (var (index, layer) in layers.Index())
            register_module($"{index}", layer);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => SequentialForward.Apply(input, _layers.Length, (value, i) =>
        LeakyRelu.MayOverwrite(_layers, i)
            ? ((LeakyRelu)_layers[i]).Overwrite(value)
            : _layers[i].forward(value));

    /// <summary>Whether all layers are piecewise linear.</summary>
    internal bool IsPiecewiseLinear => _layers.All(layer => layer is IPiecewiseLinear { IsPiecewiseLinear: true });

    bool IPiecewiseLinear.IsPiecewiseLinear => IsPiecewiseLinear;

    /// <summary>Computes the forward pass of a piecewise linear sequence with its backward function.</summary>
    internal PiecewiseLinearOutput Trace(Tensor input)
    {
        var pieces = new Stack<PiecewiseLinearOutput>();
        var output = SequentialForward.Apply(input, _layers.Length, (value, i) =>
        {
            pieces.Push(LeakyRelu.MayOverwrite(_layers, i)
                ? ((LeakyRelu)_layers[i]).Trace(value, overwrites: true)
                : ((IPiecewiseLinear)_layers[i]).Trace(value));
            return pieces.Peek().Output;
        });
        return new(output, (gradients, trace) => pieces.Aggregate(gradients, (back, piece) => piece.Pull(back, trace)));
    }

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input) => Trace(input);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) =>
        _layers.Aggregate(input, (value, layer) => ModuleExports.AddTo(graph, layer, value));
}
