namespace MLNet.Gan;

/// <summary>Watches a run. It may speak, but it cannot touch.</summary>
public interface IMonitor : IChoice
{
    /// <summary>Sees one report and says what is worth saying, most often nothing.</summary>
    Finding? Observe(StepReport step);
}
