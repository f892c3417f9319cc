using System.Globalization;

namespace MLNet.Gan;

/// <summary>Ends a run when a loss or a gradient is NaN or infinite.</summary>
public sealed record DivergenceMonitor : IMonitor
{
    /// <inheritdoc/>
    public Finding? Observe(StepReport step)
    {
        ReadOnlySpan<double> numbers =
        [
            step.DiscriminatorLoss, step.GeneratorLoss, step.DiscriminatorGradientNorm, step.GeneratorGradientNorm,
        ];
        foreach (var number in numbers)
        {
            if (!double.IsFinite(number))
                return new(step.Step, Message(step), IsFatal: true);
        }

        return null;
    }

    private static string Message(StepReport step) => string.Create(CultureInfo.InvariantCulture,
        $"The losses became {step.DiscriminatorLoss} and {step.GeneratorLoss}, and the gradient norms "
        + $"{step.DiscriminatorGradientNorm} and {step.GeneratorGradientNorm} (discriminator, generator). "
        + $"Lower the learning rates or add a gradient penalty.");
}
