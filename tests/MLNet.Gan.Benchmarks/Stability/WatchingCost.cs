using Microsoft.ML;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>What monitors and scores add to the processor time of a training, in turns in one process.</summary>
internal static class WatchingCost
{
    public const string Prefix = "cost: ", Watching = "watching", Scoring = "watching and scoring";
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
        var times = Array.ConvertAll(ways, _ => new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var way = 0; way < ways.Length; way++)
                times[(way + turn) % ways.Length].Add(Seconds(data, options, ways[(way + turn) % ways.Length]));
        }

        // What else the machine does adds to a time, and takes nothing from it.
        double Ratio(int way) => times[way].Min() / times[0].Min();
        return new()
        {
            Steps = options.Steps,
            Scores = new Dictionary<string, double> { [Watching] = Ratio(1) - 1, [Scoring] = Ratio(2) - 1 },
        };
    }

    private static double Seconds(StabilityData data, GanOptions options, RunOptions run)
    {
        var context = new MLContext(seed: 1);
        var view = data.View(context, 1);
        var cpu = Environment.CpuUsage.TotalTime;
        using var model = context.Gan.Trainers.Gan(options, run).Fit(view);
        return (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
    }
}
