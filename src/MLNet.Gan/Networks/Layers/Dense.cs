using MLNet.Gan.Onnx;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Networks.Layers;

/// <summary>A fully connected layer y = xWᵀ + b: [N, In] to [N, Out].</summary>
public sealed class Dense : Module<Tensor, Tensor>, IOnnxLayer, IPiecewiseLinear
{
    private readonly LayerWeight _weight;
    private readonly LayerWeight _bias;
    private readonly bool _hasOneOutput;

    /// <summary>
    /// A layer whose weights are drawn for a fan-in of the inputs, by default from N(0, gain²/in), and whose bias is
    /// drawn beside them, by default 0.
    /// </summary>
    public Dense(NetworkSpec spec, int inputs, int outputs, double gain) : base(nameof(Dense))
    {
        var shape = new WeightShape([outputs, inputs], OutputAxis: 0, FanIn: inputs, FanOut: outputs, gain);
        _weight = spec.Weight(shape);
        _bias = spec.Bias(shape);
        _hasOneOutput = outputs == 1;
        register_module("weight", _weight);
        register_module("bias", _bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.linear(input, _weight.Value, _bias.Value);

    AffinePiece IPiecewiseLinear.Trace(Tensor input)
    {
        var (weight, bias) = (_weight.Value, _bias.Value);
        using var noGraph = no_grad();
        return new(functional.linear(input, weight, bias), Pull(weight, bias));
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "Gemm", [input, graph.Weight("weight", _weight), graph.Weight("bias", _bias)], OnnxAttribute.Of("transB", 1));

    /// <summary>How slopes come back through the layer, as in <see cref="AffinePiece.Pull"/>.</summary>
    internal Func<Tensor, AffineTrace, Tensor> Pull() => Pull(_weight.Value, _bias.Value);

    /// <summary>
    /// The only output, as a vector [N]: BLAS multiplies by a vector much faster than by a matrix of one row.
    /// </summary>
    internal Tensor Scalars(Tensor input) => _bias.Value.addmv(input, _weight.Value.flatten());

    private Func<Tensor, AffineTrace, Tensor> Pull(Tensor weight, Tensor bias) => (slopes, trace) =>
    {
        trace.Note(slopes, bias);
        return _hasOneOutput ? slopes * weight : slopes.matmul(weight);
    };
}
