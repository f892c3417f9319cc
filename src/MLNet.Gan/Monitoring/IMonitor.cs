namespace MLNet.Gan;

/// <summary>A check of the training reports.</summary>
/// <remarks>
/// A pure function: its state is in the history, so that a run can be resumed. A finding that lasts is reported once.
/// </remarks>
public interface IMonitor : IChoice
{
    /// <summary>Checks the history at a new report and returns a finding; null when there is none.</summary>
    Finding? Observe(RunHistory history);

    /// <summary>What to do about a finding; default nothing.</summary>
    IReadOnlyList<IReaction> Reactions => [];

    /// <summary>The reactions.</summary>
    IEnumerable<object?> IChoice.Parts => Reactions;
}
