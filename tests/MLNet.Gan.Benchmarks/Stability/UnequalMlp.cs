using TorchSharp;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>A generator and a discriminator of two architectures.</summary>
/// <param name="Generator">That of the generator.</param>
/// <param name="Discriminator">That of the discriminator.</param>
internal sealed record UnequalMlp(Mlp Generator, Mlp Discriminator) : IArchitecture
{
    public int LatentSize => Generator.LatentSize;

    public bool IsBounded(SampleShape shape) => Generator.IsBounded(shape);

    public torch.nn.Module<torch.Tensor, torch.Tensor?, torch.Tensor> CreateGenerator(NetworkSpec spec) => Generator.CreateGenerator(spec);

    public torch.nn.Module<torch.Tensor, torch.Tensor?, torch.Tensor> CreateDiscriminator(NetworkSpec spec) => Discriminator.CreateDiscriminator(spec);
}
