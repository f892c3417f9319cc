using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan;

/// <summary>
/// Asks the discriminator for the class of a sample instead of telling it (AC-GAN, Odena et al., 2017, eq. 3).
/// </summary>
/// <remarks>
/// Both players minimize L_C, the mean −ln P(class of x | x) by the answers of a head of the discriminator: the
/// discriminator of real samples and of fakes, the generator of fakes, which are the only ones that it can change.
/// </remarks>
public sealed record AuxiliaryClassifier : IRegularizer
{
    private const string Question = "classes";

    /// <summary>The strength w of the term w · L_C; default 1.</summary>
    public Schedule Weight { get; init => field = Check.NotNull(value); } = 1;

    /// <summary>
    /// Whether the discriminator learns the classes of fakes too, as the paper has it; default true. Without, poor
    /// fakes cannot spoil its notion of a class.
    /// </summary>
    public bool LearnsFromFakes { get; init; } = true;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Both;

    /// <inheritdoc/>
    public Needs Needs => Needs.Classes;

    /// <inheritdoc/>
    public IReadOnlyList<DiscriminatorHead> Heads(int classes) => [new(Question, classes, ReplacesLabels: true)];

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext round)
    {
        var loss = (round.Turn, LearnsFromFakes) switch
        {
            (Player.Generator, _) => Loss(round.Fake),
            (_, true) => Loss(round.Real).Plus(Loss(round.Fake)),
            (_, false) => Loss(round.Real),
        };
        return Weight.At(round.Step).Times(loss);

        Tensor Loss(DiscriminatorPass judged) => cross_entropy(judged.Head(Question), round.Labels!);
    }
}
