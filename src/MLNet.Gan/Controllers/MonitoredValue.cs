namespace MLNet.Gan;

/// <summary>A value of the reports for a controller to monitor; lower is better.</summary>
/// <param name="Name">The name.</param>
/// <param name="Read">Returns the value of a report.</param>
public sealed record MonitoredValue(string Name, Func<StepReport, double> Read)
{
    /// <summary>The generator's loss including its penalties.</summary>
    public static MonitoredValue GeneratorLoss { get; } = new(nameof(GeneratorLoss), report => report.GeneratorLoss);

    /// <summary>The discriminator's loss including its penalties.</summary>
    public static MonitoredValue DiscriminatorLoss { get; } =
        new(nameof(DiscriminatorLoss), report => report.DiscriminatorLoss);

    /// <summary>The norm of the generator's gradient.</summary>
    public static MonitoredValue GeneratorGradientNorm { get; } =
        new(nameof(GeneratorGradientNorm), report => report.GeneratorGradientNorm);

    /// <summary>The norm of the discriminator's gradient.</summary>
    public static MonitoredValue DiscriminatorGradientNorm { get; } =
        new(nameof(DiscriminatorGradientNorm), report => report.DiscriminatorGradientNorm);

    /// <summary>The distance of the discriminator's accuracy from chance, |accuracy − ½|.</summary>
    public static MonitoredValue Imbalance { get; } = new(nameof(Imbalance), report => Math.Abs(report.Accuracy - 0.5));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
