using System.Diagnostics.Metrics;

namespace MLNet.Gan;

/// <summary>
/// The instruments of the meter "MLNet.Gan", through which OpenTelemetry, Prometheus and dotnet-counters see a run.
/// </summary>
/// <remarks>Runs at the same time in one process share them. Values are those of the last report.</remarks>
internal static class TrainingMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "MLNet.Gan";

    private const string Player = "player", Kind = "kind";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Steps =
        Meter.CreateCounter<long>("mlnet_gan.steps", "{step}", "The number of generator updates.");

    private static readonly Gauge<double> Losses =
        Meter.CreateGauge<double>("mlnet_gan.loss", description: "The loss of a player, with its penalties.");

    private static readonly Gauge<double> GradientNorms =
        Meter.CreateGauge<double>("mlnet_gan.gradient_norm", description: "The norm of a player's gradient.");

    private static readonly Gauge<double> Accuracies = Meter.CreateGauge<double>(
        "mlnet_gan.discriminator.accuracy", "1", "The share of pairs in which the real sample has the higher logit.");

    private static readonly Gauge<double> Diversities = Meter.CreateGauge<double>(
        "mlnet_gan.samples.diversity", "1", "The mean distance between two generated samples, relative to real ones.");

    private static readonly Gauge<double> Coverages = Meter.CreateGauge<double>(
        "mlnet_gan.samples.coverage", "1", "The share of real samples with a generated one near them.");

    private static readonly Gauge<double> ScoreValues =
        Meter.CreateGauge<double>("mlnet_gan.score", description: "The score of the averaged generator.");

    private static readonly Gauge<double> Speeds =
        Meter.CreateGauge<double>("mlnet_gan.steps_per_second", "{step}/s", "The mean number of steps per second, so far.");

    private static readonly Counter<long> Findings =
        Meter.CreateCounter<long>("mlnet_gan.findings", "{finding}", "The number of findings of monitors.");

    /// <summary>Records a report.</summary>
    /// <param name="progress">The report and the speed.</param>
    /// <param name="steps">The number of steps since the last report.</param>
    public static void Record(TrainingProgress progress, long steps)
    {
        var report = progress.Report;
        KeyValuePair<string, object?> discriminator = new(Player, "discriminator"), generator = new(Player, "generator");
        Steps.Add(steps);
        Losses.Record(report.DiscriminatorLoss, discriminator);
        Losses.Record(report.GeneratorLoss, generator);
        GradientNorms.Record(report.DiscriminatorGradientNorm, discriminator);
        GradientNorms.Record(report.GeneratorGradientNorm, generator);
        Accuracies.Record(report.Accuracy);
        if (report.Samples is { } samples)
        {
            Diversities.Record(samples.Diversity);
            Coverages.Record(samples.Coverage);
        }

        Speeds.Record(progress.StepsPerSecond);
    }

    /// <summary>Records a score.</summary>
    public static void Record(StepScore score) => ScoreValues.Record(score.Value);

    /// <summary>Records a finding.</summary>
    public static void Record(Finding finding) => Findings.Add(1, new KeyValuePair<string, object?>(Kind, finding.Kind));
}
