using System.Globalization;
using Microsoft.ML;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Checkpoints;

/// <summary>A run with a checkpoint at every step, for a process that is killed.</summary>
internal static class KilledRun
{
    /// <summary>Trains, or goes on, in a folder, and writes generator.onnx into it at the end.</summary>
    /// <param name="args">The folder and the seed.</param>
    public static void Train(string[] args)
    {
        var options = Options(int.Parse(args[1], CultureInfo.InvariantCulture));
        var run = Run with
        {
            Checkpoint = new() { Folder = args[0], Interval = 1 },
            Progress = new SynchronousProgress<TrainingProgress>(progress => Console.WriteLine(progress.Step)),
        };
        using var model = new MLContext(seed: 1).Gan.Trainers.Gan(options, run).Fit(TestData.Points(40));
        model.ExportToOnnx(Path.Combine(args[0], "generator.onnx"));
    }

    /// <summary>A run that is scored, and rolls back twice.</summary>
    public static RunOptions Run { get; } = new()
    {
        Scoring = new() { Interval = 15, Samples = 20, HoldOut = 0.25 },
        Guard = new() { Monitors = [new FindsAt(40, 80) { Reactions = [new RollBack(), new LowerLearningRates()] }] },
    };

    /// <summary>A run that draws wherever a run can: batches, latents, augmentation, a penalty's points.</summary>
    public static GanOptions Options(int seed) => TestData.Options with
    {
        Seed = seed,
        Steps = 120,
        LabelColumnName = "Label",
        BalanceClasses = true,
        ReportInterval = 1,
        Regularizers = [new DraganPenalty()],
        Augmentations = [new InstanceNoise()],
        Controllers = [new AdaptiveAugmentation { Ramp = 500 }],
        Average = new HalfLifeAverage { HalfLife = 100 },
    };
}
