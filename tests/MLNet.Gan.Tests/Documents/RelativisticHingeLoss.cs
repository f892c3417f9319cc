using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan.Tests.Documents;

// <adding-a-loss>
/// <summary>Relativistic pairing with a hinge (Jolicoeur-Martineau, 2018): pairs beyond the margin have no gradient.</summary>
public sealed record RelativisticHingeLoss : IGanLoss
{
    /// <summary>The margin: the difference of a pair's logits beyond which it has no loss, at least 0; default 1.</summary>
    public double Margin { get; init { ArgumentOutOfRangeException.ThrowIfNegative(value); field = value; } } = 1;

    public Tensor ForDiscriminator(Logits logits) => Lack(logits.Real - logits.Fake);

    public Tensor ForGenerator(Logits logits) => Lack(logits.Fake - logits.Real);

    /// <summary>E max(0, margin − lead).</summary>
    private Tensor Lack(Tensor leads)
    {
        using Scalar margin = Margin; // held until native code is done with it, see below
        return relu(-(leads - margin)).mean();
    }
}
// </adding-a-loss>
