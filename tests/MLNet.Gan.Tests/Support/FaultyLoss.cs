namespace MLNet.Gan.Tests.Support;

/// <summary>A loss of the generator that is NaN when it is told to be.</summary>
internal sealed record FaultyLoss(Func<bool> IsFaulty) : IGanLoss
{
    private readonly NonSaturatingLoss _inner = new();

    public Tensor ForDiscriminator(Logits logits) => _inner.ForDiscriminator(logits);

    public Tensor ForGenerator(Logits logits)
    {
        var loss = _inner.ForGenerator(logits);
        return IsFaulty() ? loss * tensor(float.NaN) : loss;
    }
}
