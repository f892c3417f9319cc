namespace MLNet.Gan.Tests.Support;

/// <summary>Another loss that tells when it is asked.</summary>
internal sealed record SpyLoss(IGanLoss Inner, Action<Logits>? Discriminator = null, Action<Logits>? Generator = null) : IGanLoss
{
    public Needs NeedsIn(Player turn) => Inner.NeedsIn(turn);

    public Tensor ForDiscriminator(Logits logits)
    {
        Discriminator?.Invoke(logits);
        return Inner.ForDiscriminator(logits);
    }

    public Tensor ForGenerator(Logits logits)
    {
        Generator?.Invoke(logits);
        return Inner.ForGenerator(logits);
    }
}
