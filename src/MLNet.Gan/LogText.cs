using System.Globalization;

namespace MLNet.Gan;

/// <summary>A report as a line of ML.NET's log.</summary>
internal static class LogText
{
    public static string Of(TrainingProgress progress) => string.Create(CultureInfo.InvariantCulture,
        $"step {progress.Step} of {progress.Steps}, {progress.StepsPerSecond:F1} steps/s, "
            + $"{progress.Remaining:hh\\:mm\\:ss} left; loss: discriminator {progress.Report.DiscriminatorLoss:F4}, "
            + $"generator {progress.Report.GeneratorLoss:F4}; logits: real {progress.Report.MeanRealLogit:F3}, fake "
            + $"{progress.Report.MeanFakeLogit:F3}");
}
