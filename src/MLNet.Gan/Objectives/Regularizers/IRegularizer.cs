namespace MLNet.Gan;

/// <summary>A term added to the loss of one player, or of each in its turn.</summary>
public interface IRegularizer : IChoice
{
    /// <summary>The player whose loss the term is added to.</summary>
    Player Player { get; }

    /// <summary>
    /// The number of steps between two applications, at least 1; default 1. The trainer multiplies the term by this number,
    /// so its mean strength does not depend on it ("lazy regularization", Karras et al., 2020, section 3.1).
    /// </summary>
    int Interval => 1;

    /// <summary>What the term is computed from in a player's turn; by default nothing of the discriminator.</summary>
    Needs NeedsIn(Player turn) => Needs.Nothing;

    /// <summary>The further outputs that the discriminator must have; default none.</summary>
    /// <param name="classes">The number of classes of the data; 0 without.</param>
    IReadOnlyList<DiscriminatorHead> Heads(int classes) => [];

    /// <summary>
    /// The samples [N, …] of <see cref="RegularizerContext.Own"/>, for a regularizer that declares
    /// <see cref="Needs.OwnInputGradients"/>.
    /// </summary>
    /// <param name="real">The real samples [N, …], without a graph.</param>
    /// <param name="fake">The generated samples [N, …], without a graph.</param>
    /// <param name="random">The source of random numbers, so that equal seeds give equal runs.</param>
    Tensor OwnSamples(Tensor real, Tensor fake, Generator random) => throw new NotSupportedException(
        $"{GetType().Name} declares Needs.OwnInputGradients, but draws no samples. Implement OwnSamples on it.");

    /// <summary>The scalar to add to the loss, with its graph, so that it can be differentiated.</summary>
    Tensor Penalty(RegularizerContext context);

    /// <inheritdoc/>
    IEnumerable<string> IChoice.Problems(GanSetup setup) => RegularizerProblems.Of(this, setup);
}
