using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>Runs of the trainer alone, without ML.NET around it.</summary>
internal static class Trained
{
    /// <summary>Trains on points of the plane, shows the result to a test and frees it.</summary>
    public static void Run(GanOptions options, Action<TrainedGan>? test = null, SampleSet? samples = null,
        RunOptions? run = null, TimeProvider? clock = null, Action<TrainingProgress>? tell = null,
        IReadOnlyList<IMonitor>? monitors = null)
    {
        run ??= new();
        if (monitors is not null)
            run = run with { Guard = new() { Monitors = monitors } };
        using var data = samples ?? Some.Points();
        using var trainer = new GanTrainer(options, run, data, CPU, new RunLog(options, clock ?? TimeProvider.System, tell ?? (_ => { })));
        using var gan = trainer.Train();
        test?.Invoke(gan);
    }

    /// <summary>The weights that a run leaves.</summary>
    public static double[] Weights(GanOptions options, SampleSet? samples = null, RunOptions? run = null)
    {
        double[] weights = [];
        Run(options, gan => weights = SpyArchitecture.Weights(gan.Generator), samples, run);
        return weights;
    }
}
