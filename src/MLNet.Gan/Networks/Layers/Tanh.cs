namespace MLNet.Gan.Layers;

/// <summary>tanh x, which bounds samples to [−1, 1].</summary>
public sealed class Tanh() : nn.Module<Tensor, Tensor>(nameof(Tanh)), IOnnxLayer, IExplicitLayer
{
    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.tanh();

    ExplicitPass IExplicitLayer.Trace(Tensor input) => new TanhPass(input.tanh());

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add("Tanh", [input]);
}
