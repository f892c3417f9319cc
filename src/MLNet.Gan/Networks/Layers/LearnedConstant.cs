using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>A learned constant B whose channels are scaled by a linear map: B · Wz, [N, In] to [N, C, H, W].</summary>
internal sealed class LearnedConstant : Module<Tensor, Tensor>, IOnnxLayer
{
    private readonly Parameter _picture;
    private readonly LayerWeight _weight;

    /// <summary>Initializes a layer whose constant is drawn from N(0, 1).</summary>
    public LearnedConstant(NetworkSpec spec, int inputs, int channels, int height, int width) : base(nameof(LearnedConstant))
    {
        _picture = spec.Normal(1, channels, height, width);
        _weight = spec.Weight(new([channels, inputs], OutputAxis: 0, FanIn: inputs, FanOut: channels, Gain: 1));
        register_parameter("picture", _picture);
        register_module("weight", _weight);
    }

    public override Tensor forward(Tensor input) =>
        _picture * functional.linear(input, _weight.Value).unsqueeze(-1).unsqueeze(-1);

    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input)
    {
        var scale = graph.Add(
            "Gemm", [input, graph.Weight("weight", _weight)], OnnxAttribute.Of("transB", 1));
        var spread = graph.Add("Reshape", [scale, graph.Constant(-1, _picture.size(0), 1, 1)]);
        return graph.Add("Mul", [graph.Weight("picture", _picture), spread]);
    }
}
