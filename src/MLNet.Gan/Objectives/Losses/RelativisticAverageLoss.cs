namespace MLNet.Gan;

/// <summary>
/// The relativistic average loss (Jolicoeur-Martineau, 2018), in its logistic form: each sample is compared with the
/// mean of the other side.
/// </summary>
/// <remarks>
/// With r = D(x) − E D(G(z)) and f = D(G(z)) − E D(x), the discriminator minimizes E softplus(−r) + E softplus(f)
/// and the generator, whose fakes are in both, E softplus(r) + E softplus(−f).
/// </remarks>
public sealed record RelativisticAverageLoss : IGanLoss
{
    /// <summary>
    /// The target probability that a real sample is more real than the mean fake, greater than 0 and at most 1; default 1.
    /// Less than 1 is one-sided label smoothing (Salimans et al., 2016, sec. 3.4).
    /// </summary>
    public double RealTarget { get; init => field = Check.Probability(value); } = 1;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Logits logits) =>
        Logistic.Real(logits.Real - logits.Fake.mean(), RealTarget)
            .Plus((logits.Fake - logits.Real.mean()).Softplus().mean());

    /// <inheritdoc/>
    public Tensor ForGenerator(Logits logits) =>
        (logits.Real - logits.Fake.mean()).Softplus().mean()
            .Plus((logits.Real.mean() - logits.Fake).Softplus().mean());
}
