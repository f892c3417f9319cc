namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>A loss whose generator's term is NaN once, some turns into the run.</summary>
/// <param name="Inner">The loss.</param>
/// <param name="Turn">The turn of the generator at which it is.</param>
internal sealed record FaultyLoss(IGanLoss Inner, int Turn) : IGanLoss
{
    private int _turns;

    public TorchSharp.torch.Tensor ForDiscriminator(Logits logits) => Inner.ForDiscriminator(logits);

    public TorchSharp.torch.Tensor ForGenerator(Logits logits)
    {
        var loss = Inner.ForGenerator(logits);
        return ++_turns == Turn ? loss * TorchSharp.torch.tensor(float.NaN) : loss;
    }
}
