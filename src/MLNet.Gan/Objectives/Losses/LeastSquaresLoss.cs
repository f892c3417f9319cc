namespace MLNet.Gan;

/// <summary>
/// The least squares loss (Mao et al., 2017): the discriminator minimizes ½E(D(x) − b)² + ½E(D(G(z)) − a)², the
/// generator ½E(D(G(z)) − c)².
/// </summary>
/// <remarks>
/// The defaults are their eq. 9; a = −1, b = 1, c = 0 their eq. 8. A smaller b smooths the label of the real side.
/// </remarks>
public sealed record LeastSquaresLoss : IGanLoss
{
    /// <summary>The target b of the discriminator's logits of real samples, a finite number; default 1.</summary>
    public double RealTarget { get; init => field = Check.Finite(value); } = 1;

    /// <summary>The target a of the discriminator's logits of generated samples, a finite number; default 0.</summary>
    public double FakeTarget { get; init => field = Check.Finite(value); }

    /// <summary>The target c of the generator, a finite number; default 1.</summary>
    public double GeneratorTarget { get; init => field = Check.Finite(value); } = 1;

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => NeedsOfLoss.FakeForGenerator(turn);

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Logits logits) =>
        HalfSquares(logits.Real, RealTarget).Plus(HalfSquares(logits.Fake, FakeTarget));

    /// <inheritdoc/>
    public Tensor ForGenerator(Logits logits) => HalfSquares(logits.Fake, GeneratorTarget);

    private static Tensor HalfSquares(Tensor logits, double target) =>
        0.5.Times(logits.Minus(target).Squared().mean());
}
