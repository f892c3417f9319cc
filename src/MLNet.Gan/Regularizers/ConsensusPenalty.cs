namespace MLNet.Gan.Regularizers;

/// <summary>
/// Draws both players to where neither has a slope left, which calms their turning around each other (Mescheder et
/// al., 2017, sec. 4).
/// </summary>
/// <remarks>
/// v joins the gradient of the discriminator's loss by the discriminator's parameters and that of the generator's loss
/// by the generator's. Each step costs a further pass through both networks, differentiated twice.
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
    public Needs Needs => Needs.Game;

    /// <inheritdoc/>
    public Tensor Penalty(Round round)
    {
        var game = round.Game!();
        var squaredLength =
            SquaredGradient(game.DiscriminatorLoss, round.Parameters(Player.Discriminator)) +
            SquaredGradient(game.GeneratorLoss, round.Parameters(Player.Generator));
        return Weight.At(round.Step) / 2 * squaredLength;
    }

    private static Tensor SquaredGradient(Tensor loss, IReadOnlyList<Tensor> parameters)
    {
        // TorchSharp's grad ends the process when a loss lacks a parameter, as it may a head's: so it gets them all.
        var ofAll = parameters.Aggregate(loss, (sum, parameter) => sum + 0 * parameter.sum());
        var gradients = autograd.grad([ofAll], [.. parameters], retain_graph: true, create_graph: true);
        return gradients.Select(gradient => gradient.square().sum()).Aggregate((sum, square) => sum + square);
    }
}
