using Microsoft.ML.Runtime;

namespace MLNet.Gan;

/// <summary>
/// Writes what another monitor finds to ML.NET's log when it is found: fatal findings as errors, others as warnings.
/// </summary>
internal sealed class LoggingMonitor(IMonitor monitor, IChannel channel) : IMonitor
{
    /// <inheritdoc/>
    public Finding? Observe(StepReport step)
    {
        var finding = monitor.Observe(step);
        if (finding is { IsFatal: true })
            channel.Error(MessageSensitivity.None, "Step {0}: {1}", finding.Step, finding.Message);
        else if (finding is not null)
            channel.Warning(MessageSensitivity.None, "Step {0}: {1}", finding.Step, finding.Message);
        return finding;
    }
}
