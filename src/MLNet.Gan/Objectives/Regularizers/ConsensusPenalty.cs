namespace MLNet.Gan;

/// <summary>
/// Draws both players to where neither has a slope left, which calms their turning around each other (Mescheder et
/// al., 2017, sec. 4).
/// </summary>
/// <remarks>
/// v joins the gradient of the discriminator's loss by the discriminator's parameters and that of the generator's loss
/// by the generator's. Each turn costs a further pass through both networks, differentiated twice.
/// </remarks>
public sealed record ConsensusPenalty : IRegularizer
{
    /// <summary>The strength γ of the penalty γ · ½‖v‖²; default 10.</summary>
    public Schedule Weight { get; init => field = Check.NotNull(value); } = 10;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Both;

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => Needs.BothLosses;

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext context)
    {
        var losses = context.BothLosses!;
        var squares = SquaredGradient(losses.DiscriminatorLoss, "The discriminator's loss", context.DiscriminatorParameters)
            .Plus(SquaredGradient(losses.GeneratorLoss, "The generator's loss", context.GeneratorParameters));
        var penalty = (Weight.At(context.Step) / 2).Times(squares);

        // Its graph holds both players. In one's turn the other shall get no gradient, so only the gradients are kept.
        var parameters = context.Parameters;
        var gradients = Gradients.Of(OfAll(penalty, parameters), nameof(ConsensusPenalty), parameters, isFinal: true);
        return parameters.Zip(gradients, (parameter, gradient) => ((parameter - parameter.detach()) * gradient!).sum())
            .Aggregate(penalty.detach(), (sum, change) => sum.Plus(change));
    }

    private static Tensor SquaredGradient(Tensor loss, string what, IReadOnlyList<Tensor> parameters) =>
        Gradients.Of(OfAll(loss, parameters), what, parameters)
            .OfType<Tensor>()
            .Aggregate(zeros_like(loss), (sum, gradient) => sum.Plus(gradient.Squared().sum()));

    /// <summary>
    /// The value plus 0 times every parameter, so that it has a derivative by each: TorchSharp counts an absent one as a
    /// live tensor for ever.
    /// </summary>
    private static Tensor OfAll(Tensor value, IReadOnlyList<Tensor> parameters) =>
        parameters.Aggregate(value, (sum, parameter) => sum.Plus(0.0.Times(parameter.sum())));
}
