using MLNet.Gan.Onnx;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Networks.Layers;

/// <summary>A fully connected layer y = xWᵀ + b: [N, In] to [N, Out].</summary>
public sealed class Dense : Module<Tensor, Tensor>, IOnnxLayer
{
    private readonly Parameter _weight;
    private readonly Parameter _bias;

    /// <summary>
    /// A layer whose weights are drawn from N(0, gain²/in) (He et al., 2015, eq. 10) and whose bias is 0.
    /// </summary>
    public Dense(NetworkSpec spec, int inputs, int outputs, double gain) : base(nameof(Dense))
    {
        _weight = spec.Normal(gain / Math.Sqrt(inputs), outputs, inputs);
        _bias = spec.Constant(0, outputs);
        register_parameter("weight", _weight);
        register_parameter("bias", _bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.linear(input, _weight, _bias);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "Gemm", [input, graph.Weight("weight", _weight), graph.Weight("bias", _bias)], OnnxAttribute.Of("transB", 1));
}
