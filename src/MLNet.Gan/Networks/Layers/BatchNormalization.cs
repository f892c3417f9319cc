using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>
/// Batch normalization over all but the channel axis (Ioffe &amp; Szegedy, 2015): with the statistics of the batch in
/// training mode, with running averages in evaluation mode.
/// </summary>
public sealed class BatchNormalization : Module<Tensor, Tensor>, IOnnxLayer, IBatchNormalization, IRectifiedLayer
{
    private const double Epsilon = 1e-5;
    private const double Momentum = 0.1;
    private readonly Parameter _weight;
    private readonly Parameter _bias;
    private readonly Tensor _mean;
    private readonly Tensor _variance;

    /// <summary>Initializes a layer with scale 1 and shift 0.</summary>
    public BatchNormalization(NetworkSpec spec, int channels) : base(nameof(BatchNormalization))
    {
        _weight = spec.Constant(1, channels);
        _bias = spec.Constant(0, channels);
        _mean = zeros(channels, device: spec.Device).DetachFromDisposeScope();
        _variance = ones(channels, device: spec.Device).DetachFromDisposeScope();
        register_parameter("weight", _weight);
        register_parameter("bias", _bias);
        register_buffer("running_mean", _mean);
        register_buffer("running_var", _variance);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        functional.batch_norm(input, _mean, _variance, _weight, _bias, training, Momentum, Epsilon);

    // Other devices have kernels of their own, which libtorch's graph chooses.
    bool IExplicitLayer.IsExplicit => training && _mean.device_type == DeviceType.CPU;

    ExplicitPass IRectifiedLayer.Trace(Tensor input, double slope) =>
        BatchNormalizationPass.Of(input, _weight, _bias, (_mean, _variance), Momentum, Epsilon, slope);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "BatchNormalization",
        [
            input, graph.Weight("scale", _weight), graph.Weight("bias", _bias),
            graph.Weight("mean", _mean), graph.Weight("variance", _variance),
        ],
        OnnxAttribute.Of("epsilon", (float)Epsilon));
}
