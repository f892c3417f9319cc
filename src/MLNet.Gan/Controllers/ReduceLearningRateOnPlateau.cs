namespace MLNet.Gan;

/// <summary>Reduces both learning rates when a monitored value has stopped decreasing.</summary>
/// <remarks>
/// The value is compared with its minimum so far; after <see cref="Patience"/> reports without a new minimum the rates
/// are multiplied by <see cref="Factor"/>, and the count restarts.
/// </remarks>
public sealed record ReduceLearningRateOnPlateau : IController
{
    /// <summary>The value to monitor; default the norm of the generator's gradient.</summary>
    public MonitoredValue Watch { get; init => field = Check.NotNull(value); } = MonitoredValue.GeneratorGradientNorm;

    /// <summary>The number of reports to wait for a new minimum, at least 1; default 20.</summary>
    public int Patience { get; init => field = Check.Positive(value); } = 20;

    /// <summary>The factor by which the rates are multiplied, in (0, 1); default 0.5.</summary>
    public double Factor { get; init => field = Check.OpenFraction(value); } = 0.5;

    /// <summary>The lower bound of the total factor, in (0, 1); default 0.01.</summary>
    public double Least { get; init => field = Check.OpenFraction(value); } = 0.01;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 50;

    /// <inheritdoc/>
    public TrainingControls Adjust(TrainingControls controls, ControllerInput seen)
    {
        var (least, waited, plateaus) = (double.PositiveInfinity, 0, 0);
        foreach (var report in seen.Reports)
        {
            var value = Watch.Read(report);
            (least, waited) = value < least ? (value, 0) : (least, waited + 1);
            if (waited == Patience)
                (waited, plateaus) = (0, plateaus + 1);
        }

        return controls with { LearningRateFactor = Math.Max(Math.Pow(Factor, plateaus), Least) };
    }

    /// <inheritdoc/>
    public IEnumerable<string> Problems(GanSetup setup)
    {
        if (setup.Choices.OfType<ReduceLearningRateOnPlateau>().FirstOrDefault() is { } first && !ReferenceEquals(first, this))
            yield return $"Controllers has more than one {nameof(ReduceLearningRateOnPlateau)}, of which only the last would "
                + "count. Keep one of them.";
    }
}
