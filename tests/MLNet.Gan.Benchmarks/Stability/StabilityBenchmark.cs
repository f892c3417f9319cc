using Microsoft.ML;
using MLNet.Gan.Benchmarks.Images;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>Whether monitors find failures, and what reactions make of them.</summary>
internal sealed class StabilityBenchmark : IBenchmark
{
    public const int SeedCount = 5, DefaultGrace = 1000;
    private const int SnapshotInterval = 250, HeldOutSeeds = 2;

    public string Name => "stability";

    public int Seeds => SeedCount;

    /// <summary>The seeds of a setting: those of the tuning are not those of the held-out half.</summary>
    public static IEnumerable<int> SeedsOf(StabilitySetting setting) => setting.IsTuning
        ? [1]
        : Enumerable.Range(1 + SeedCount - HeldOutSeeds, HeldOutSeeds);

    public void Prepare() => FashionClassifier.Prepare();

    public IEnumerable<Job> Jobs(Settings settings, int seed) =>
    [
        .. from setting in StabilitySettings.All
           where SeedsOf(setting).Contains(seed)
           let options = setting.Options with { Seed = seed, Steps = settings.Steps ?? setting.Options.Steps }
           select new Job(setting.Name, setting.Data.Name, seed, $"{options.ToText()}\n{RunSettings.Of(Protected, options)}", () => Run(setting, options)),
        .. seed == 1 ? WatchingCost.Jobs : [],
        .. seed == 1 ? PresetRuns.Jobs : [],
    ];

    public void Write(BenchmarkResults results) => StabilityDocument.Write(results);

    private static RunOptions Protected { get; } = new() { Guard = Guard.Protect };

    private static Outcome Run(StabilitySetting setting, GanOptions options)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var watched = Run(setting, options, Guard.Watch);
        if (watched.Run.Findings.Count > 0)
            watched = watched with { Protected = Run(setting, options, Guard.Protect) };
        return new()
        {
            Steps = watched.Run.Steps,
            CpuSeconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
            Scores = new Dictionary<string, double> { ["last"] = watched.Oracle is [.., var last] ? last.Value : double.NaN },
            Stability = watched,
        };
    }

    private static StabilityRun Run(StabilitySetting setting, GanOptions options, Guard guard)
    {
        var context = new MLContext(seed: options.Seed);
        RunOptions how = new()
        {
            Threads = 1,
            Guard = guard,
            Snapshots = new() { Interval = SnapshotInterval, Count = setting.Data.Snapshot },
        };
        TrainingRun run;
        string? failure = null;
        try
        {
            using var model = context.Gan.Trainers.Gan(options, how).Fit(setting.Data.View(context, options.Seed));
            run = model.Run!;
        }
        catch (TrainingFailedException failed)
        {
            (run, failure) = (failed.Run!, failed.Message);
            failed.Model?.Dispose();
        }

        StepScore[] oracle =
        [
            .. run.Snapshots.Where(snapshot => snapshot.Samples.All(sample => sample.All(float.IsFinite)))
                .Select(snapshot => new StepScore(snapshot.Step, setting.Data.Oracle(snapshot.Samples))),
        ];
        return new(run with { Snapshots = [] }, oracle, failure);
    }
}
