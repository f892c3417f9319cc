namespace MLNet.Gan.Tests.Support;

/// <summary>Losses whose slope is 1 in every weight.</summary>
internal sealed record SumOfWeights(SpyArchitecture Networks) : IGanLoss
{
    public Tensor ForDiscriminator(Logits logits) => Sum(Networks.Discriminator!);

    public Tensor ForGenerator(Logits logits) => Sum(Networks.Generators[0]);

    private static Tensor Sum(nn.Module network) =>
        network.parameters().Select(parameter => parameter.sum()).Aggregate((sum, part) => sum + part);
}
