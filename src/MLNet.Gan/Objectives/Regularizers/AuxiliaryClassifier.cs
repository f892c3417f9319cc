using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan;

/// <summary>
/// The auxiliary classifier of AC-GAN (Odena et al., 2017, eq. 3): the discriminator predicts the class of a sample
/// instead of receiving it.
/// </summary>
/// <remarks>
/// Both players minimize L_C, the mean −ln P(class of x | x) by a softmax over a head of the discriminator: the
/// discriminator over real samples and fakes, the generator over fakes.
/// </remarks>
public sealed record AuxiliaryClassifier : IRegularizer
{
    private const string HeadName = "classes";

    /// <summary>The strength w of the term w · L_C, at least 0; default 1.</summary>
    public Schedule Weight { get; init => field = Check.NotNegative(value); } = 1;

    /// <summary>
    /// Whether the discriminator's term includes fakes, as in the paper; default true. Without them, poor fakes do not
    /// change the classifier.
    /// </summary>
    public bool LearnsFromFakes { get; init; } = true;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Both;

    /// <inheritdoc/>
    public IReadOnlyList<DiscriminatorHead> Heads(int classes) => [new(HeadName, classes, ReplacesLabels: true)];

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => Needs.Classes | (turn, LearnsFromFakes) switch
    {
        (Player.Generator, _) => Needs.FakeFeatures,
        (_, true) => Needs.Features,
        (_, false) => Needs.RealFeatures,
    };

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext context)
    {
        var loss = (context.Turn, LearnsFromFakes) switch
        {
            (Player.Generator, _) => Loss(context.Fake),
            (_, true) => Loss(context.Real).Plus(Loss(context.Fake)),
            (_, false) => Loss(context.Real),
        };
        return Weight.At(context.Step).Times(loss);

        Tensor Loss(DiscriminatorPass pass) => cross_entropy(pass.Head(HeadName), context.Labels!);
    }
}
