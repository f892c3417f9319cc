using TorchSharp.Modules;

namespace MLNet.Gan.Tests.Support;

/// <summary>A network for samples of either precision: [N, 2] to features tanh(xW) [N, 3].</summary>
internal sealed class SomeFeatures : nn.Module<Tensor, Tensor>
{
    private readonly Parameter _weight;

    public SomeFeatures()
        : base(nameof(SomeFeatures))
    {
        using var _ = no_grad();
        _weight = new Parameter(tensor([1.0, -0.5, 0.3, 0.2, 0.7, -1.1]).reshape(2, 3));
        register_parameter("weight", _weight);
        eval();
    }

    public override Tensor forward(Tensor input) => input.matmul(_weight.to(input.dtype)).tanh();
}
