using MLNet.Gan.Monitoring;

namespace MLNet.Gan;

/// <summary>How far a run has come.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="Steps">The number of steps to do.</param>
/// <param name="Elapsed">The time since the first step began.</param>
/// <param name="Report">What the last step came to.</param>
public sealed record TrainingProgress(long Step, long Steps, TimeSpan Elapsed, StepReport Report)
{
    /// <summary>The mean number of steps in a second, so far.</summary>
    public double StepsPerSecond => Elapsed > TimeSpan.Zero ? Step / Elapsed.TotalSeconds : 0;

    /// <summary>The time that the steps to come will take at this pace.</summary>
    public TimeSpan Remaining => Step > 0 ? Elapsed * ((double)(Steps - Step) / Step) : TimeSpan.Zero;
}
