namespace MLNet.Gan;

/// <summary>A check of the training reports, which can report a finding but cannot change the run.</summary>
public interface IMonitor : IChoice
{
    /// <summary>Checks one report and returns a finding; null when there is none.</summary>
    Finding? Observe(StepReport step);
}
