using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Benchmarks.Training.Eager;

/// <summary>The sum of the positive activations over all places: [N, C, H, W] to [N, C].</summary>
internal sealed class SumPool() : Module<Tensor, Tensor>(nameof(SumPool))
{
    public override Tensor forward(Tensor input) => functional.relu(input).sum([2, 3]);
}
