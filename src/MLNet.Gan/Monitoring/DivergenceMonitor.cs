using System.Globalization;

namespace MLNet.Gan;

/// <summary>
/// Finds values that are NaN or infinite, which ends the run, and losses, logits, gradients, weights or samples that
/// explode before.
/// </summary>
public sealed record DivergenceMonitor : IMonitor
{
    private const int Least = 10, Last = 2;

    private static readonly (string Name, double Floor, Func<StepReport, double> Read)[] Values =
    [
        ("discriminator's loss", 1, report => report.DiscriminatorLoss),
        ("generator's loss", 1, report => report.GeneratorLoss),
        ("mean real logit", 1, report => report.MeanRealLogit),
        ("mean generated logit", 1, report => report.MeanFakeLogit),
        ("discriminator's gradient norm", 1, report => report.DiscriminatorGradientNorm),
        ("generator's gradient norm", 1, report => report.GeneratorGradientNorm),
        ("norm of the discriminator's weights", 1, report => report.DiscriminatorWeightNorm),
        ("norm of the generator's weights", 1, report => report.GeneratorWeightNorm),
    ];

    /// <summary>
    /// The multiple of its own median so far that a value may reach, greater than 0; default 100. Values below 1 count as 1.
    /// </summary>
    public double Factor { get; init => field = Check.Positive(value); } = 100;

    /// <summary>
    /// The multiple of real samples' root mean square that generated ones may reach, greater than 0; default 10.
    /// </summary>
    public double Scale { get; init => field = Check.Positive(value); } = 10;

    /// <inheritdoc/>
    public IReadOnlyList<IReaction> Reactions { get; init => field = Check.Items(value); } = [];

    /// <inheritdoc/>
    public Finding? Observe(RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return NotFinite(history.Latest) ?? Exploding(history.Reports) ?? Oversized(history);
    }

    private static Finding? NotFinite(StepReport step)
    {
        ReadOnlySpan<double> numbers =
        [
            step.DiscriminatorLoss, step.GeneratorLoss, step.DiscriminatorGradientNorm, step.GeneratorGradientNorm,
            step.DiscriminatorWeightNorm, step.GeneratorWeightNorm,
        ];
        foreach (var number in numbers)
        {
            if (!double.IsFinite(number))
                return new(step.Step, Message(step), IsFatal: true)
                {
                    Advice = $"Lower the learning rates of {nameof(GanOptions.GeneratorOptimizer)} and {nameof(GanOptions.DiscriminatorOptimizer)}, or add an {nameof(R1Penalty)}.",
                };
        }

        return null;
    }

    private Finding? Oversized(RunHistory history) =>
        RunHistory.Since(history.Compared, Last, report => report.Samples!.Scale > Scale) is not { } since
            || history.Latest.Samples is not { } samples ? null
        : new(history.Latest.Step, string.Create(CultureInfo.InvariantCulture,
            $"Generated samples are {samples.Scale:G4} times as large as real ones."))
        {
            Since = since,
            Advice = "Check that the discriminator learns, add a gradient penalty, or lower the learning rates.",
        };

    private Finding? Exploding(IReadOnlyList<StepReport> reports)
    {
        if (reports.Count < Least + Last)
            return null;
        foreach (var (name, floor, read) in Values)
        {
            var median = Math.Max(floor, RunHistory.Median(reports.Take(reports.Count - Last).Select(report => Math.Abs(read(report)))));
            if (reports.TakeLast(Last).All(report => Math.Abs(read(report)) > Factor * median))
                return new(reports[^1].Step, string.Create(CultureInfo.InvariantCulture,
                    $"The {name} is {read(reports[^1]):G4}, more than {Factor} times its median until then ({median:G4})."))
                {
                    Since = reports[^Last].Step,
                    Advice = $"Lower the learning rates, add an {nameof(R1Penalty)} or clip gradients with {nameof(GradientNormClipping)}.",
                };
        }

        return null;
    }

    private static string Message(StepReport step) => string.Create(CultureInfo.InvariantCulture,
        $"The losses became {step.DiscriminatorLoss} and {step.GeneratorLoss}, and the gradient norms "
        + $"{step.DiscriminatorGradientNorm} and {step.GeneratorGradientNorm} (discriminator, generator); the norms of the weights "
        + $"are {step.DiscriminatorWeightNorm} and {step.GeneratorWeightNorm}.");
}
