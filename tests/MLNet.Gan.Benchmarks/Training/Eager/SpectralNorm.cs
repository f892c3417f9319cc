using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Benchmarks.Training.Eager;

/// <summary>
/// A layer whose weight is divided by its largest singular value, found by one power iteration a forward pass, as
/// PyTorch's spectral_norm does it, which TorchSharp lacks.
/// </summary>
internal sealed class SpectralNorm : Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-12;

    private readonly Func<Tensor, Tensor, Tensor, Tensor> _apply;
    private readonly Parameter _weight, _bias;
    private readonly Tensor _u, _v;

    private SpectralNorm(Module<Tensor, Tensor> layer, Func<Tensor, Tensor, Tensor, Tensor> apply)
        : base(nameof(SpectralNorm))
    {
        _apply = apply;
        (_weight, _bias) = (layer.get_parameter("weight")!, layer.get_parameter("bias")!);
        var matrix = _weight.detach().flatten(1);
        (_u, _v) = (Normalized(randn(matrix.shape[0])), Normalized(randn(matrix.shape[1])));
        register_parameter("weight_orig", _weight);
        register_parameter("bias", _bias);
        register_buffer("weight_u", _u);
        register_buffer("weight_v", _v);
    }

    public static SpectralNorm Linear(int inputs, int outputs) =>
        new(nn.Linear(inputs, outputs), functional.linear);

    public static SpectralNorm Conv2d(int inputs, int outputs, int kernel, int padding) =>
        new(nn.Conv2d(inputs, outputs, kernel, padding: padding),
            (input, weight, bias) => functional.conv2d(input, weight, bias, padding: [padding, padding]));

    public override Tensor forward(Tensor input)
    {
        var matrix = _weight.flatten(1);
        using (no_grad())
        {
            _v.copy_(Normalized(matrix.t().mv(_u)));
            _u.copy_(Normalized(matrix.mv(_v)));
        }

        var norm = _u.clone().dot(matrix.mv(_v.clone()));
        return _apply(input, _weight / norm, _bias);
    }

    private static Tensor Normalized(Tensor vector) =>
        functional.normalize(vector, dim: 0, eps: Epsilon);
}
