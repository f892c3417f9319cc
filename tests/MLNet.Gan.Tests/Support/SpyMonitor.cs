namespace MLNet.Gan.Tests.Support;

/// <summary>A monitor that does as it is told.</summary>
internal sealed record SpyMonitor(Func<StepReport, Finding?> Seen) : IMonitor
{
    public SpyMonitor(Action<StepReport> seen) : this(report => { seen(report); return null; })
    {
    }

    public Finding? Observe(RunHistory history) => Seen(history.Latest);
}
