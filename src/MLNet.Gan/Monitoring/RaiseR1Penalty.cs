namespace MLNet.Gan;

/// <summary>Adds an R1 penalty to the discriminator's loss, and strengthens it at every further finding.</summary>
public sealed record RaiseR1Penalty : IReaction
{
    /// <summary>The strength γ at the first time, greater than 0; default 0.3.</summary>
    public double Gamma { get; init => field = Check.Positive(value); } = 0.3;

    /// <summary>The factor of γ at every further time, greater than 0; default 5.</summary>
    public double Factor { get; init => field = Check.Positive(value); } = 5;

    /// <summary>The largest γ, greater than 0; default 10.</summary>
    public double Most { get; init => field = Check.Positive(value); } = 10;

    /// <inheritdoc/>
    public TrainingCorrections Apply(TrainingCorrections corrections, long step)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        return corrections with { R1Gamma = Math.Min(Most, corrections.R1Gamma > 0 ? Factor * corrections.R1Gamma : Gamma) };
    }
}
