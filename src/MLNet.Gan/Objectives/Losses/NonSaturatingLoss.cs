namespace MLNet.Gan;

/// <summary>The non-saturating logistic loss of Goodfellow et al. (2014, sec. 3), in its softplus form.</summary>
public sealed record NonSaturatingLoss : IGanLoss
{
    /// <summary>
    /// The target probability of "real" for real samples, greater than 0 and at most 1; default 1.
    /// Less than 1 is the one-sided label smoothing of Salimans et al. (2016, sec. 3.4), who take 0.9.
    /// </summary>
    public double RealTarget { get; init => field = Check.Probability(value); } = 1;

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => NeedsOfLoss.FakeForGenerator(turn);

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Logits logits) =>
        Logistic.Real(logits.Real, RealTarget).Plus(logits.Fake.Softplus().mean());

    /// <inheritdoc/>
    public Tensor ForGenerator(Logits logits) => (-logits.Fake).Softplus().mean();
}
