namespace MLNet.Gan;

/// <summary>
/// The consensus regularizer (Mescheder et al., 2017, sec. 4): half the squared norm of the gradient field v of both
/// players, which damps their rotation around each other.
/// </summary>
/// <remarks>
/// v is the gradient of the discriminator's loss with respect to the discriminator's parameters, joined with that of the
/// generator's loss with respect to the generator's. It costs a further pass through both networks, differentiated twice.
/// </remarks>
public sealed record ConsensusPenalty : IRegularizer
{
    /// <summary>The strength γ of the penalty γ · ½‖v‖², at least 0; default 10.</summary>
    public Schedule Weight { get; init => field = Check.NotNegative(value); } = 10;

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

        // Its graph reaches both players. The one whose turn it is not must get no gradient, so only gradients are kept.
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
    /// The value plus 0 times every parameter, so that it has a gradient with respect to each: TorchSharp counts a missing
    /// one as a live tensor forever.
    /// </summary>
    private static Tensor OfAll(Tensor value, IReadOnlyList<Tensor> parameters) =>
        parameters.Aggregate(value, (sum, parameter) => sum.Plus(0.0.Times(parameter.sum())));
}
