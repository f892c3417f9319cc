namespace MLNet.Gan;

/// <summary>A number of the reports that a controller can watch; less is better.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Read">How it is read off a report.</param>
public sealed record MonitoredValue(string Name, Func<StepReport, double> Read)
{
    /// <summary>The generator's loss with its penalties.</summary>
    public static MonitoredValue GeneratorLoss { get; } = new(nameof(GeneratorLoss), report => report.GeneratorLoss);

    /// <summary>The discriminator's loss with its penalties.</summary>
    public static MonitoredValue DiscriminatorLoss { get; } =
        new(nameof(DiscriminatorLoss), report => report.DiscriminatorLoss);

    /// <summary>The length of the generator's gradient.</summary>
    public static MonitoredValue GeneratorGradientNorm { get; } =
        new(nameof(GeneratorGradientNorm), report => report.GeneratorGradientNorm);

    /// <summary>The length of the discriminator's gradient.</summary>
    public static MonitoredValue DiscriminatorGradientNorm { get; } =
        new(nameof(DiscriminatorGradientNorm), report => report.DiscriminatorGradientNorm);

    /// <summary>How far the discriminator's accuracy is from guessing, |accuracy − ½|.</summary>
    public static MonitoredValue Imbalance { get; } = new(nameof(Imbalance), report => Math.Abs(report.Accuracy - 0.5));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
