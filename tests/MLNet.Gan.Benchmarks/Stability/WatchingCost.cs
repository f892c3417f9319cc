using Microsoft.ML;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>
/// What monitors and scores take of the time of a training, and what they add to its processor time, in turns in one process.
/// </summary>
internal static class WatchingCost
{
    public const string Prefix = "cost: ", Watching = "watching, to the steps' time", Scoring = "scoring, to all time";
    public const string MoreByWatching = "more processor time with watching", MoreByBoth = "and with both";
    public static readonly string[] All = [Watching, Scoring, MoreByWatching, MoreByBoth];
    private const int Turns = 7, Steps = 1000, LongSteps = 5000, ImageSteps = 300;

    private static readonly (string Name, StabilityData Data, GanOptions Options)[] Cases =
    [
        ("Mlp of points, batches of 64, 1 000 steps", StabilitySources.Ring, StabilitySettings.Points with { Steps = Steps }),
        ("Mlp of points, batches of 64, 5 000 steps", StabilitySources.Ring, StabilitySettings.Points with { Steps = LongSteps }),
        ("Mlp of images, batches of 32, 1 000 steps", StabilitySources.Fashion600, StabilitySettings.Pixels with { Steps = Steps }),
        ("Dcgan of images, batches of 32, 300 steps", StabilitySources.Fashion600, StabilitySettings.Pixels with
        {
            Architecture = new Dcgan { Width = 16 }, Steps = ImageSteps,
        }),
    ];

    public static IEnumerable<Job> Jobs =>
        Cases.Select(one => new Job($"{Prefix}{one.Name}", one.Data.Name, 1, one.Options.ToText(), () => Run(one.Data, one.Options)));

    private static Outcome Run(StabilityData data, GanOptions options)
    {
        var scoring = new ScoringOptions { Interval = 500, HoldOut = 0 };
        RunOptions[] ways =
        [
            new() { Threads = 1, Guard = Guard.Off, Scoring = null },
            new() { Threads = 1, Scoring = null },
            new() { Threads = 1, Scoring = scoring },
        ];
        var fits = Array.ConvertAll(ways, _ => new List<Fit>());
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var way = 0; way < ways.Length; way++)
                fits[(way + turn) % ways.Length].Add(Fitted(data, options, ways[(way + turn) % ways.Length]));
        }

        // What else the machine does adds to a time, and takes nothing from it.
        double Ratio(int way) => fits[way].Min(fit => fit.Processor) / fits[0].Min(fit => fit.Processor);
        double Median(Func<TrainingRun, double> share) => fits[2].Select(fit => share(fit.Run)).Order().ElementAt(Turns / 2);
        return new()
        {
            Steps = options.Steps,
            Scores = new Dictionary<string, double>
            {
                [Watching] = Median(run => run.WatchingTime / (run.Elapsed - run.WatchingTime - run.ScoringTime)),
                [Scoring] = Median(run => run.ScoringTime / run.Elapsed),
                [MoreByWatching] = Ratio(1) - 1,
                [MoreByBoth] = Ratio(2) - 1,
            },
        };
    }

    private static Fit Fitted(StabilityData data, GanOptions options, RunOptions run)
    {
        var context = new MLContext(seed: 1);
        var view = data.View(context, 1);
        var before = Environment.CpuUsage.TotalTime;
        using var model = context.Gan.Trainers.Gan(options, run).Fit(view);
        return new(Environment.CpuUsage.TotalTime - before, model.Run!);
    }

    private sealed record Fit(TimeSpan Processor, TrainingRun Run);
}
