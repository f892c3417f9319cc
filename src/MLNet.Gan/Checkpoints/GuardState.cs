namespace MLNet.Gan;

/// <summary>The state of a run's guard; the networks to which it rolls back are among the tensors.</summary>
/// <param name="Corrections">What reactions have changed.</param>
/// <param name="Reactions">The number of reactions so far.</param>
/// <param name="Start">The step of the last reaction.</param>
/// <param name="Seen">The step at which each monitor, by its place and kind, found something last, reported or not.</param>
/// <param name="IsOver">Whether a reaction ended the run.</param>
/// <param name="Retreats">The networks to which it rolls back; empty where no monitor does.</param>
internal sealed record GuardState(
    TrainingCorrections Corrections, int Reactions, long Start, IReadOnlyDictionary<string, long> Seen,
    bool IsOver, IReadOnlyList<RetreatState> Retreats);
