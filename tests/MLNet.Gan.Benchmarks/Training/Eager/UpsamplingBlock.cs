using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Benchmarks.Training.Eager;

/// <summary>A residual block that doubles the sides of images: [N, C, H, W] to [N, C, 2H, 2W].</summary>
internal sealed class UpsamplingBlock : Module<Tensor, Tensor>
{
    private readonly BatchNorm2d _norm1, _norm2;
    private readonly Conv2d _conv1, _conv2, _shortcut;

    public UpsamplingBlock(int width) : base(nameof(UpsamplingBlock))
    {
        (_norm1, _conv1) = (BatchNorm2d(width), Conv2d(width, width, 3, padding: 1));
        (_norm2, _conv2) = (BatchNorm2d(width), Conv2d(width, width, 3, padding: 1));
        _shortcut = Conv2d(width, width, 1);
        foreach (var (name, child) in new (string, Module)[]
            { ("bn1", _norm1), ("conv1", _conv1), ("bn2", _norm2), ("conv2", _conv2), ("short", _shortcut) })
            register_module(name, child);
    }

    public override Tensor forward(Tensor input)
    {
        var hidden = _conv1.forward(Doubled(functional.relu(_norm1.forward(input))));
        return _conv2.forward(functional.relu(_norm2.forward(hidden))) + Doubled(_shortcut.forward(input));
    }

    private static Tensor Doubled(Tensor images) =>
        functional.interpolate(images, scale_factor: [2, 2], mode: InterpolationMode.Nearest);
}
