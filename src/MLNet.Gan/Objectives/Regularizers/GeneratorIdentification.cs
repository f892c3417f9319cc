using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan;

/// <summary>
/// Asks the discriminator which of several generators made a fake, which drives them apart (MAD-GAN; Ghosh et al.,
/// 2018, sec. 3.1); for <c>MultipleGenerators</c>.
/// </summary>
/// <remarks>
/// <para>
/// The paper's discriminator is one softmax over k + 1 classes, "real" and "of generator i". With the logit ℓ and the
/// answers f of a head of k outputs, take z_i = f_i and z_real = ℓ + ln S, where S = Σ e^(f_i). Then
/// P(real) = S e^ℓ/(S + S e^ℓ) = σ(ℓ) and P(i) = e^(f_i)/(S + S e^ℓ) = σ(−ℓ) · softmax(f)_i.
/// </para>
/// <para>
/// So −ln P(i) of a fake is −ln σ(−ℓ), which a logistic loss has already, plus the cross-entropy of the head, which is
/// this penalty: with weight 1 beside <c>NonSaturatingLoss</c> or <c>SaturatingLoss</c> the discriminator's loss is the
/// paper's. The generators minimize the ordinary loss alone, as there. What drives them apart is that the features by
/// which the discriminator tells real from fake must tell the generators from each other, too.
/// </para>
/// <para>The choice is read off the fakes' latents, so it costs a linear layer and no pass.</para>
/// </remarks>
public sealed record GeneratorIdentification : IRegularizer
{
    private const string Question = "generator";

    /// <summary>The number of generators k, at least 1: the Count of the architecture; default 4.</summary>
    public int Generators { get; init => field = Check.Positive(value); } = 4;

    /// <summary>The strength w of the term w · E(−ln softmax(f)_i) over fakes of generators i; default 1.</summary>
    public Schedule Weight { get; init => field = Check.NotNull(value); } = 1;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Discriminator;

    /// <inheritdoc/>
    public IReadOnlyList<DiscriminatorHead> Heads(int classes) => [new(Question, Generators)];

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext round) => Weight.At(round.Step)
        .Times(cross_entropy(round.Fake.Head(Question), GeneratorChoice.Of(round.Latents!, Generators)));
}
