using System.Globalization;

namespace MLNet.Gan;

/// <summary>What ML.NET's log and reports say of a run, as text.</summary>
internal static class LogText
{
    /// <summary>A report as one line.</summary>
    public static string Of(TrainingProgress progress) => string.Create(CultureInfo.InvariantCulture,
        $"step {progress.Step} of {progress.Steps}, {progress.StepsPerSecond:F1} steps/s, "
            + $"{Of(progress.Remaining)} left; loss: discriminator {progress.Report.DiscriminatorLoss:F4}, "
            + $"generator {progress.Report.GeneratorLoss:F4}; "
            + $"logits: real {progress.Report.MeanRealLogit:F3}, fake {progress.Report.MeanFakeLogit:F3}");

    /// <summary>Hours, minutes and seconds; the hours of a day or more go on counting.</summary>
    public static string Of(TimeSpan time) => string.Create(CultureInfo.InvariantCulture,
        $"{(long)time.TotalHours:00}:{time:mm\\:ss}");
}
