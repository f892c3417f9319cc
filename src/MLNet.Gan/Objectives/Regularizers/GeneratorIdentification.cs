using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan;

/// <summary>
/// The generator identification of MAD-GAN (Ghosh et al., 2018, sec. 3.1), for <c>MultipleGenerators</c>: the
/// discriminator predicts which generator a fake comes from, which drives the generators apart.
/// </summary>
/// <remarks>
/// <para>
/// The paper's discriminator is one softmax over k + 1 classes, "real" and "of generator i". With the logit ℓ and the
/// outputs f of a head of k outputs, take z_i = f_i and z_real = ℓ + ln S, where S = Σ e^(f_i). Then
/// P(real) = S e^ℓ/(S + S e^ℓ) = σ(ℓ) and P(i) = e^(f_i)/(S + S e^ℓ) = σ(−ℓ) · softmax(f)_i.
/// </para>
/// <para>
/// So −ln P(i) of a fake is −ln σ(−ℓ), which a logistic loss has already, plus the cross-entropy of the head, which is
/// this penalty: with weight 1 beside <c>NonSaturatingLoss</c> or <c>SaturatingLoss</c> the discriminator's loss is the
/// paper's. The generators minimize the ordinary loss alone, as there. They are driven apart since the features
/// that separate real from fake must also separate the generators.
/// </para>
/// <para>The generator of a fake follows from its latent, so this costs a linear layer and no pass.</para>
/// </remarks>
public sealed record GeneratorIdentification : IRegularizer
{
    private const string HeadName = "generator";

    /// <summary>The number of generators k, at least 1: the Count of the architecture; default 4.</summary>
    public int Generators { get; init => field = Check.Positive(value); } = 4;

    /// <summary>The strength w of the term w · E(−ln softmax(f)_i) over fakes of generators i, at least 0; default 1.</summary>
    public Schedule Weight { get; init => field = Check.NotNegative(value); } = 1;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Discriminator;

    /// <inheritdoc/>
    public IReadOnlyList<DiscriminatorHead> Heads(int classes) => [new(HeadName, Generators)];

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => Needs.FakeFeatures;

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext context) => Weight.At(context.Step)
        .Times(cross_entropy(context.Fake.Head(HeadName), GeneratorChoice.Of(context.Latents!, Generators)));

    /// <inheritdoc/>
    public IEnumerable<string> Problems(GanSetup setup)
    {
        var asked = $"Regularizers has {nameof(GeneratorIdentification)} of {Generators} generators";
        if (setup.Choices.OfType<MultipleGenerators>().FirstOrDefault() is not { } several)
            yield return $"{asked}, but the Architecture {setup.Choices.OfType<IArchitecture>().First().GetType().Name} has one. Wrap it as the {nameof(MultipleGenerators.Inner)} of "
                + $"{nameof(MultipleGenerators)}, or leave it out.";
        else if (several.Count != Generators)
            yield return $"{asked}, but {nameof(MultipleGenerators)} has {several.Count}. Set {nameof(Generators)} to "
                + $"{several.Count}.";
        if (setup.Packing > 1)
            yield return $"Packing is {setup.Packing}, but {nameof(GeneratorIdentification)} needs the generator of "
                + "each sample, and the samples of a pack have several. Leave it 1, or leave "
                + $"{nameof(GeneratorIdentification)} out.";
        foreach (var problem in RegularizerProblems.Of(this, setup))
            yield return problem;
    }
}
