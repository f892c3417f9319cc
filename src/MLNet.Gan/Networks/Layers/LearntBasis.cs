using MLNet.Gan.Onnx;

namespace MLNet.Gan.Networks.Layers;

/// <summary>A learnt picture whose channels a linear map of the latent scales: [N, In] to [N, C, H, W].</summary>
internal sealed class LearntBasis : nn.Module<Tensor, Tensor>, IOnnxLayer
{
    private readonly Parameter _picture;
    private readonly Dense _scale;

    /// <summary>A layer whose picture is drawn from N(0, 1).</summary>
    public LearntBasis(NetworkSpec spec, int inputs, int channels, Pyramid pyramid) : base(nameof(LearntBasis))
    {
        _picture = spec.Normal(1, channels, pyramid.Height, pyramid.Width);
        _scale = new Dense(spec, inputs, channels, gain: 1);
        register_parameter("picture", _picture);
        register_module("scale", _scale);
    }

    public override Tensor forward(Tensor input) => _picture * _scale.forward(input).unsqueeze(-1).unsqueeze(-1);

    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input)
    {
        var scale = graph.Add(
            "Reshape", [_scale.AddTo(graph, input), graph.Constant(-1, _picture.shape[0], 1, 1)]);
        return graph.Add("Mul", [graph.Weight("picture", _picture), scale]);
    }
}
