namespace MLNet.Gan.Layers;

/// <summary>Reshapes each sample to other dimensions of the same size.</summary>
public sealed class Reshape(params long[] dimensions) : nn.Module<Tensor, Tensor>(nameof(Reshape)),
    IOnnxLayer, IPiecewiseLinear, IExplicitLayer
{
    private readonly long[] _dimensions = [-1, .. dimensions];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.reshape(_dimensions);

    ExplicitPass IExplicitLayer.Trace(Tensor input) => new ReshapedPass(input, forward(input));

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input)
    {
        long[] shape = [-1, .. input.Sizes()[1..]];
        return new(forward(input), (gradients, _) => gradients.Moved(reshaped => reshaped.reshape(shape)));
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) =>
        graph.Add("Reshape", [input, graph.Constant(_dimensions)]);
}
