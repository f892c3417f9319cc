namespace MLNet.Gan.Layers;

/// <summary>
/// A skip connection (x + f(x))/√2, which keeps the variance if f does and its output is uncorrelated with x.
/// </summary>
public sealed class SkipConnection : nn.Module<Tensor, Tensor>, IOnnxLayer, IPiecewiseLinear, IExplicitLayer
{
    private static readonly double Scale = Math.Sqrt(0.5);
    private readonly Sequential _body;

    /// <summary>Initializes a connection around a sequence, which it owns.</summary>
    /// <param name="body">f, which keeps the shape.</param>
    public SkipConnection(Sequential body) : base(nameof(SkipConnection))
    {
        _body = body;
        register_module("body", body);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var sum = Residual.Sum(_body.forward(input), input, input);
        return sum.Times(Scale);
    }

    bool IExplicitLayer.IsExplicit => _body.IsExplicit;

    ExplicitPass IExplicitLayer.Trace(Tensor input) => new SkipPass(input, _body.TraceExplicitly(input), Scale);

    bool IPiecewiseLinear.IsPiecewiseLinear => _body.IsPiecewiseLinear;

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input)
    {
        var body = _body.Trace(input);
        return new(
            input.Plus(body.Output).Times(Scale), (gradients, trace) =>
            {
                var each = gradients.OfEach.Times(Scale);
                return LogitGradients.Of(each.Plus(body.Pull(LogitGradients.Of(each.clone()), trace).OfEach));
            });
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "Mul", [graph.Add("Add", [input, _body.AddTo(graph, input)]), graph.Weight("scale", [(float)Scale])]);
}
