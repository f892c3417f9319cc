namespace MLNet.Gan.Layers;

/// <summary>Layers applied one after another.</summary>
public sealed class Sequential : nn.Module<Tensor, Tensor>, IOnnxLayer, IPiecewiseLinear, IExplicitLayer
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

    /// <summary>Whether the derivatives of all layers are written out, and one may have a rectifier behind it.</summary>
    internal bool IsExplicit => _layers.Any(layer => layer is IRectifiedLayer) && _layers.All(layer => layer is IExplicitLayer { IsExplicit: true });

    bool IExplicitLayer.IsExplicit => IsExplicit;

    ExplicitPass IExplicitLayer.Trace(Tensor input) => TraceExplicitly(input);

    /// <summary>Computes the forward pass of a sequence whose derivatives are written out.</summary>
    internal SequentialPass TraceExplicitly(Tensor input)
    {
        List<ExplicitPass> passes = [];
        for (var i = 0; i < _layers.Length; i++)
        {
            var value = passes.Count == 0 ? input : passes[^1].Output;
            var rectifier = i + 1 < _layers.Length ? _layers[i + 1] as LeakyRelu : null;
            if (_layers[i] is IRectifiedLayer rectified && rectifier is not null)
            {
                passes.Add(rectified.Trace(value, rectifier.Slope));
                i++;
            }
            else
            {
                passes.Add(((IExplicitLayer)_layers[i]).Trace(value));
            }
        }

        return new SequentialPass(input, passes);
    }

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input) => Trace(input);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) =>
        _layers.Aggregate(input, (value, layer) => ModuleExports.AddTo(graph, layer, value));
}
