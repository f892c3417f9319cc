using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>
/// Batch normalization whose scale and shift are learned for each class: γ(y) · (x − μ) / √(σ² + 10⁻⁵) + β(y) (Dumoulin
/// et al., 2017, eq. 5).
/// </summary>
public sealed class ConditionalBatchNormalization : Module<Tensor, Tensor?, Tensor>, IOnnxNetwork, IBatchNormalization
{
    private const double Epsilon = 1e-5;
    private const double Momentum = 0.1;
    private const double Deviation = 0.02;
    private readonly Parameter _scale;
    private readonly Parameter _shift;
    private readonly Tensor _mean;
    private readonly Tensor _variance;

    /// <summary>
    /// Initializes a layer for images; scales are drawn from N(1, 0.02²), so that classes differ from the start.
    /// </summary>
    public ConditionalBatchNormalization(NetworkSpec spec, int channels) : base(nameof(ConditionalBatchNormalization))
    {
        _scale = spec.Normal(Deviation, spec.Classes, channels);
        using (no_grad())
            _scale.add_(Arithmetic.One, alpha: Arithmetic.One);
        _shift = spec.Constant(0, spec.Classes, channels);
        _mean = zeros(channels, device: spec.Device).DetachFromDisposeScope();
        _variance = ones(channels, device: spec.Device).DetachFromDisposeScope();
        register_parameter("scale", _scale);
        register_parameter("shift", _shift);
        register_buffer("running_mean", _mean);
        register_buffer("running_var", _variance);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor? labels)
    {
        var plain = functional.batch_norm(
            input, _mean, _variance, training: training, momentum: Momentum, eps: Epsilon);
        return (plain * OfClass(_scale)).Plus(OfClass(_shift));

        Tensor OfClass(Tensor values) => values.index_select(0, labels!).unsqueeze(-1).unsqueeze(-1);
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label)
    {
        using var scope = NewDisposeScope();
        var plain = graph.Add(
            "BatchNormalization",
            [
                input, graph.Weight("scale", ones_like(_mean)), graph.Weight("bias", zeros_like(_mean)),
                graph.Weight("mean", _mean), graph.Weight("variance", _variance),
            ],
            OnnxAttribute.Of("epsilon", (float)Epsilon));
        return graph.Add("Add", [graph.Add("Mul", [plain, OfClass("scales", _scale)]), OfClass("shifts", _shift)]);

        OnnxValue OfClass(string hint, Tensor values) => graph.Add(
            "Reshape",
            [
                graph.Add("Gather", [graph.Weight(hint, values), label!.Value], OnnxAttribute.Of("axis", 0)),
                graph.Constant(-1, values.size(1), 1, 1),
            ]);
    }
}
