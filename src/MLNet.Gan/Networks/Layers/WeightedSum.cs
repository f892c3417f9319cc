using MLNet.Gan.Onnx;

namespace MLNet.Gan.Networks.Layers;

/// <summary>A weighted sum over the pixels of each channel: [N, C, H, W] to [N, C].</summary>
internal sealed class WeightedSum : nn.Module<Tensor, Tensor>, IOnnxLayer
{
    private readonly Parameter _weight;

    /// <summary>A layer whose weights are drawn from N(0, 1/(H · W)).</summary>
    public WeightedSum(NetworkSpec spec, int channels, Pyramid pyramid) : base(nameof(WeightedSum))
    {
        _weight = spec.Normal(1 / Math.Sqrt(pyramid.Height * pyramid.Width), channels, pyramid.Height, pyramid.Width);
        register_parameter("weight", _weight);
    }

    public override Tensor forward(Tensor input) => (input * _weight).sum(2, 3);

    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "ReduceSum",
        [graph.Add("Mul", [input, graph.Weight("weight", _weight)]), graph.Constant(2, 3)],
        OnnxAttribute.Of("keepdims", 0));
}
