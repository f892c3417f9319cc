using System.Globalization;

namespace MLNet.Gan;

/// <summary>The progress of a run.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="Steps">The total number of steps.</param>
/// <param name="Elapsed">The time since the start of the first step.</param>
/// <param name="Report">The report of the last step.</param>
public sealed record TrainingProgress(long Step, long Steps, TimeSpan Elapsed, StepReport Report)
{
    /// <summary>What monitors found in the report; empty for nothing new.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = Check.NotNull(value); } = [];

    /// <summary>The mean number of steps per second, so far.</summary>
    public double StepsPerSecond => Elapsed > TimeSpan.Zero ? Step / Elapsed.TotalSeconds : 0;

    /// <summary>The estimated time for the remaining steps.</summary>
    public TimeSpan Remaining => Step > 0 ? Elapsed * ((double)(Steps - Step) / Step) : TimeSpan.Zero;

    /// <summary>Returns the progress on one line: steps, speed, time left, losses and logits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"step {Step} of {Steps}, {StepsPerSecond:F1} steps/s, {Text(Remaining)} left; "
            + $"loss: discriminator {Report.DiscriminatorLoss:F4}, generator {Report.GeneratorLoss:F4}; "
            + $"logits: real {Report.MeanRealLogit:F3}, fake {Report.MeanFakeLogit:F3}");

    /// <summary>Formats hours, minutes and seconds; hours are not limited to a day.</summary>
    internal static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture,
        $"{(long)time.TotalHours:00}:{time:mm\\:ss}");
}
