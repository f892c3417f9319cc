using TorchSharp.Modules;

namespace TorchSharp.Tests;

/// <summary>x Wᵀ + b, as a user of the package would write it.</summary>
internal sealed class Dense : nn.Module<Tensor, Tensor>
{
    public Dense(long inputs, long outputs)
        : base(nameof(Dense))
    {
        Weight = new(nn.init.xavier_normal_(empty([outputs, inputs])).DetachFromDisposeScope());
        Bias = new(zeros([outputs]).DetachFromDisposeScope());
        register_parameter("weight", Weight);
        register_parameter("bias", Bias);
    }

    public Parameter Weight { get; }

    public Parameter Bias { get; }

    public override Tensor forward(Tensor input) => nn.functional.linear(input, Weight, Bias);
}
