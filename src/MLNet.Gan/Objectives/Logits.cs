namespace MLNet.Gan;

/// <summary>What the discriminator says of a batch: higher means "more real".</summary>
/// <remarks>It is asked when a loss first reads the answer, so a loss pays only for what it uses.</remarks>
public sealed class Logits(Func<Tensor> real, Func<Tensor> fake)
{
    /// <summary>The logits of real samples [N].</summary>
    public Tensor Real => field ??= real();

    /// <summary>The logits of generated samples [N]; sample i carries the label of real sample i.</summary>
    public Tensor Fake => field ??= fake();
}
