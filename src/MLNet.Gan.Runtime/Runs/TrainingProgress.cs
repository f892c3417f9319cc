using System.Globalization;

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

    /// <summary>The progress as one line: steps, speed, time left, losses and logits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"step {Step} of {Steps}, {StepsPerSecond:F1} steps/s, {Text(Remaining)} left; "
            + $"loss: discriminator {Report.DiscriminatorLoss:F4}, generator {Report.GeneratorLoss:F4}; "
            + $"logits: real {Report.MeanRealLogit:F3}, fake {Report.MeanFakeLogit:F3}");

    /// <summary>Hours, minutes and seconds; the hours of a day or more go on counting.</summary>
    internal static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture,
        $"{(long)time.TotalHours:00}:{time:mm\\:ss}");
}
