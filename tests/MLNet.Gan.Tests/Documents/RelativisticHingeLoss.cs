using MLNet.Gan.Losses;
using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan.Tests.Documents;

// <adding-a-loss>
/// <summary>Relativistic pairing with a hinge (Jolicoeur-Martineau, 2018): pairs past the margin stop pulling.</summary>
public sealed record RelativisticHingeLoss : IGanLoss
{
    /// <summary>How much more real one of a pair must look to count as settled, from 0; default 1.</summary>
    public double Margin { get; init { ArgumentOutOfRangeException.ThrowIfNegative(value); field = value; } } = 1;

    public Tensor ForDiscriminator(Logits logits) => relu(Margin - (logits.Real - logits.Fake)).mean();

    public Tensor ForGenerator(Logits logits) => relu(Margin - (logits.Fake - logits.Real)).mean();
}
// </adding-a-loss>
