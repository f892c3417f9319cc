using static TorchSharp.torch.nn;

namespace MLNet.Gan.Networks.Layers;

/// <summary>Features [N, F] to [N, F + kernels], by <see cref="MinibatchDiscrimination"/>.</summary>
internal sealed class BatchKernels : Module<Tensor, Tensor>
{
    private readonly LayerWeight _weight;
    private readonly int _kernels;
    private readonly int _kernelSize;

    /// <summary>
    /// Kernels in which two unrelated samples begin about 1 apart, so that there is a gradient to learn from: of
    /// features from N(0, 1), a difference has the mean size gain · 2/√π.
    /// </summary>
    public BatchKernels(NetworkSpec spec, int features, int kernels, int kernelSize) : base(nameof(BatchKernels))
    {
        (_kernels, _kernelSize) = (kernels, kernelSize);
        _weight = spec.Weight(new(
            [kernels * kernelSize, features], OutputAxis: 0, FanIn: features, FanOut: kernels * kernelSize,
            Gain: Math.Sqrt(Math.PI) / (2 * kernelSize)));
        register_module("weight", _weight);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var seen = functional.linear(input, _weight.Value).reshape(-1, _kernels, _kernelSize);
        var distances = (seen.unsqueeze(0) - seen.unsqueeze(1)).abs().sum(3);
        return cat([input, (-distances).exp().sum(1) - 1], 1);
    }
}
