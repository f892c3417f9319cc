using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan;

/// <summary>The hinge loss of Lim &amp; Ye (2017): logits beyond the margin have no gradient.</summary>
public sealed record HingeLoss : IGanLoss
{
    /// <summary>The margin: the absolute logit beyond which a sample has no loss, greater than 0; default 1.</summary>
    public double Margin { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => NeedsOfLoss.FakeForGenerator(turn);

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Logits logits) =>
        relu(Margin.Minus(logits.Real)).mean().Plus(relu(Margin.Plus(logits.Fake)).mean());

    /// <inheritdoc/>
    public Tensor ForGenerator(Logits logits) => -logits.Fake.mean();
}
