using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>The layer of <see cref="MinibatchDiscrimination"/>: features [N, F] to [N, F + kernels].</summary>
internal sealed class MinibatchDiscriminationLayer : Module<Tensor, Tensor>
{
    // This many differences at once, 2 MiB, fit in a processor's caches.
    private const long BlockSize = 1 << 19;

    private readonly LayerWeight _weight;
    private readonly int _kernels;
    private readonly int _kernelSize;

    /// <summary>
    /// Initializes a layer in whose kernels two unrelated samples are about 1 apart, so that there is a gradient to
    /// learn from: for features from N(0, 1), a difference has the mean size gain · 2/√π.
    /// </summary>
    public MinibatchDiscriminationLayer(NetworkSpec spec, int features, int kernels, int kernelSize) : base(nameof(MinibatchDiscriminationLayer))
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
        var rows = Math.Max(1, BlockSize / seen.numel());
        var near = cat([.. seen.split(rows, dim: 0).Select(some => Nearness(some, seen))], 0);
        return cat([input, near.Minus(1)], 1);
    }

    /// <summary>Returns Σⱼ exp(−‖someᵢ − allⱼ‖₁) [some, kernels].</summary>
    private static Tensor Nearness(Tensor some, Tensor all)
    {
        using var differences = some.unsqueeze(1) - all.unsqueeze(0);
        using var sizes = differences.abs();
        using var distances = sizes.sum(3);
        return (-distances).exp().sum(1);
    }
}
