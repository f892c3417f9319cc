
namespace MLNet.Gan.Benchmarks.Running;

/// <summary>A preset in another number of steps: its schedules run through the same values.</summary>
internal static class ShorterRun
{
    public static GanOptions InSteps(this GanOptions preset, int steps)
    {
        Schedule Stretch(Schedule schedule) =>
            steps == preset.Steps ? schedule : new Stretched(schedule, (double)preset.Steps / steps);

        return preset with
        {
            Steps = steps,
            GeneratorOptimizer = Fit(preset.GeneratorOptimizer, Stretch),
            DiscriminatorOptimizer = Fit(preset.DiscriminatorOptimizer, Stretch),
            Regularizers = [.. preset.Regularizers.Select(one => Fit(one, Stretch))],
        };
    }

    private static Adam Fit(IOptimizer optimizer, Func<Schedule, Schedule> stretch) => optimizer switch
    {
        Adam adam => adam with { LearningRate = stretch(adam.LearningRate) },
        _ => throw new NotSupportedException($"Say how {optimizer} is to run in other steps."),
    };

    private static IRegularizer Fit(IRegularizer regularizer, Func<Schedule, Schedule> stretch) => regularizer switch
    {
        R1Penalty r1 => r1 with { Gamma = stretch(r1.Gamma) },
        R2Penalty r2 => r2 with { Gamma = stretch(r2.Gamma) },
        WganGpPenalty penalty => penalty with { Weight = stretch(penalty.Weight) },
        _ => throw new NotSupportedException($"Say how {regularizer} is to run in other steps."),
    };

    /// <summary>A schedule that is gone through faster or slower.</summary>
    private sealed record Stretched(Schedule Whole, double Speed) : Schedule
    {
        public override double At(long step) => Whole.At((long)(step * Speed));

        public override string ToString() => FormattableString.Invariant($"{Whole} at {Speed} times the speed");
    }
}
