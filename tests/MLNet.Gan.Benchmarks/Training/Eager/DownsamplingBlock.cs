using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Benchmarks.Training.Eager;

/// <summary>A residual block with spectral normalization that may halve the sides of images.</summary>
internal sealed class DownsamplingBlock : Module<Tensor, Tensor>
{
    private readonly bool _isFirst, _halves;
    private readonly SpectralNorm _conv1, _conv2;
    private readonly SpectralNorm? _shortcut;

    public DownsamplingBlock(int inputs, int outputs, bool isFirst, bool halves) : base(nameof(DownsamplingBlock))
    {
        (_isFirst, _halves) = (isFirst, halves);
        var hidden = isFirst ? outputs : inputs;
        _conv1 = SpectralNorm.Conv2d(inputs, hidden, 3, padding: 1);
        _conv2 = SpectralNorm.Conv2d(hidden, outputs, 3, padding: 1);
        _shortcut = halves || inputs != outputs ? SpectralNorm.Conv2d(inputs, outputs, 1, padding: 0) : null;
        register_module("conv1", _conv1);
        register_module("conv2", _conv2);
        if (_shortcut is not null)
            register_module("short", _shortcut);
    }

    public override Tensor forward(Tensor input)
    {
        var hidden = _conv2.forward(functional.relu(_conv1.forward(_isFirst ? input : functional.relu(input))));
        if (_halves)
            (hidden, input) = (functional.avg_pool2d(hidden, 2), functional.avg_pool2d(input, 2));
        return hidden + (_shortcut is null ? input : _shortcut.forward(input));
    }
}
