namespace MLNet.Gan;

/// <summary>The orthogonal regularization of BigGAN (Brock et al., 2019, eq. 3), which leaves the filters' norms free.</summary>
/// <remarks>
/// A filter is a row of a weight of at least two dimensions, flattened to [rows, rest]: an output of a linear layer or
/// of a convolution, an input of a transposed convolution, a row of an embedding.
/// </remarks>
public sealed record OrthogonalPenalty : IRegularizer
{
    /// <summary>The strength β of the penalty β · Σ‖WWᵀ ⊙ (1 − I)‖² over the weights, at least 0; default 0.0001.</summary>
    public Schedule Weight { get; init => field = Check.NotNegative(value); } = 1e-4;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The player whose weights are penalized; default both.</summary>
    public Player Player { get; init => field = Check.Defined(value); } = Player.Both;

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => Needs.ParametersOnly;

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext context) => Weight.At(context.Step).Times(context.Parameters
        .Where(parameter => parameter.dim() >= 2)
        .Aggregate(zeros([]), (sum, weight) => sum.Plus(Likeness(weight.flatten(1)))));

    private static Tensor Likeness(Tensor filters)
    {
        var products = filters.mm(filters.t());
        return (products - diag(diag(products))).Squared().sum();
    }
}
