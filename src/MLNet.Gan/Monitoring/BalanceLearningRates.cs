namespace MLNet.Gan;

/// <summary>Raises the discriminator's learning rate to the generator's from here on, where it is lower.</summary>
/// <remarks>
/// A discriminator has to follow its generator: with rates the other way around samples collapse, while convergence is proved for
/// a discriminator on the faster time scale (Heusel et al., 2017, theorem 1). Rates of two kinds of optimizers cannot be compared,
/// and stay.
/// </remarks>
public sealed record BalanceLearningRates : IReaction
{
    /// <inheritdoc/>
    public TrainingCorrections Apply(TrainingCorrections corrections, long step)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        return corrections with { BalancesLearningRates = true };
    }
}
