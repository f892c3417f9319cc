namespace MLNet.Gan.Layers;

/// <summary>The sum of all pixels of each channel: [N, C, H, W] to [N, C] (Miyato et al., 2018, appendix).</summary>
public sealed class SumPooling() : nn.Module<Tensor, Tensor>(nameof(SumPooling)), IOnnxLayer, IPiecewiseLinear
{
    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.sum(2, 3);

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input)
    {
        var (height, width) = (input.size(2), input.size(3));
        return new(forward(input), (gradients, _) => gradients.Moved(
            ofSums => ofSums.unsqueeze(2).unsqueeze(3).repeat(1, 1, height, width)));
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) =>
        graph.Add("ReduceSum", [input, graph.Constant(2, 3)], OnnxAttribute.Of("keepdims", 0));
}
