using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan.Losses;

/// <summary>The non-saturating logistic loss of Goodfellow et al. (2014, sec. 3), in its softplus form.</summary>
public sealed record NonSaturatingLoss : IGanLoss
{
    /// <inheritdoc/>
    public Tensor ForDiscriminator(Logits logits) =>
        softplus(-logits.Real).mean() + softplus(logits.Fake).mean();

    /// <inheritdoc/>
    public Tensor ForGenerator(Logits logits) => softplus(-logits.Fake).mean();
}
