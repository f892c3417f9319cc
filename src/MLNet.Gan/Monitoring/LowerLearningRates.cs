namespace MLNet.Gan;

/// <summary>Multiplies both learning rates, beside their schedules and controllers.</summary>
public sealed record LowerLearningRates : IReaction
{
    /// <summary>The factor, in (0, 1); default 0.5.</summary>
    public double Factor { get; init => field = Check.OpenFraction(value); } = 0.5;

    /// <summary>The least total factor, in (0, 1); default 0.01.</summary>
    public double Least { get; init => field = Check.OpenFraction(value); } = 0.01;

    /// <inheritdoc/>
    public TrainingCorrections Apply(TrainingCorrections corrections, long step)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        return corrections with { LearningRateFactor = Math.Max(Least, Factor * corrections.LearningRateFactor) };
    }
}
