namespace MLNet.Gan;

/// <summary>What a run does about a finding: a change of the corrections of its training, or of its course.</summary>
public interface IReaction : IChoice
{
    /// <summary>
    /// Whether networks and optimizers are restored to those of the best score so far; default false.
    /// </summary>
    bool RollsBack => false;

    /// <summary>Whether the run ends, and returns the best-scored generator; default false.</summary>
    bool EndsRun => false;

    /// <summary>Returns the corrections for the following steps; default unchanged.</summary>
    /// <param name="corrections">Those so far.</param>
    /// <param name="step">The number of steps done.</param>
    TrainingCorrections Apply(TrainingCorrections corrections, long step) => corrections;
}
