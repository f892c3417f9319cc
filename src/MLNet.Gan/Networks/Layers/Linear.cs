using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>A fully connected layer y = xWᵀ + b: [N, In] to [N, Out].</summary>
public sealed class Linear : Module<Tensor, Tensor>, IOnnxLayer, IPiecewiseLinear, IRectifiedLayer
{
    private readonly LayerWeight _weight;
    private readonly LayerWeight _bias;

    /// <summary>
    /// Initializes a layer whose weights are drawn for a fan-in of the inputs, by default from N(0, gain²/in), and
    /// whose bias is drawn by the same initialization, by default 0.
    /// </summary>
    public Linear(NetworkSpec spec, int inputs, int outputs, double gain) : base(nameof(Linear))
    {
        var shape = new WeightShape([outputs, inputs], OutputAxis: 0, FanIn: inputs, FanOut: outputs, gain);
        _weight = spec.Weight(shape);
        _bias = spec.Bias(shape);
        register_module("weight", _weight);
        register_module("bias", _bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.linear(input, _weight.Value, _bias.Value);

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input)
    {
        var (weight, bias) = Values;
        using var noGraph = no_grad();
        return new(functional.linear(input, weight, bias), (gradients, trace) =>
        {
            trace.Note(gradients, bias);
            return gradients.Through(weight);
        });
    }

    bool IExplicitLayer.IsExplicit => IsExplicit;

    ExplicitPass IRectifiedLayer.Trace(Tensor input, double slope) => TraceExplicitly(input, slope);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "Gemm", [input, graph.Weight("weight", _weight), graph.Weight("bias", _bias)], OnnxAttribute.Of("transB", 1));

    /// <summary>Whether the weights are the parameters themselves.</summary>
    internal bool IsExplicit => _weight is PlainWeight { Substitute: null } && _bias is PlainWeight { Substitute: null };

    /// <summary>Computes the forward pass of this layer and of a leaky ReLU of a slope; 1 for none.</summary>
    internal LinearPass TraceExplicitly(Tensor input, double slope) => new(input, _weight.Value, _bias.Value, slope);

    /// <summary>The current values of the weight [Out, In] and the bias [Out].</summary>
    internal (Tensor Weight, Tensor Bias) Values => (_weight.Value, _bias.Value);

    /// <summary>
    /// Returns the only output as a vector [N]: BLAS multiplies by a vector much faster than by a matrix of one row.
    /// </summary>
    internal Tensor Scalars(Tensor input) => _bias.Value.addmv(input, _weight.Value.flatten());
}
