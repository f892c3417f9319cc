using Microsoft.ML;
using MLNet.Gan.Benchmarks.Images;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>Whether monitors find failures, and what reactions make of them.</summary>
internal sealed class StabilityBenchmark : IBenchmark
{
    public const string Watch = "watch", Protect = "protect";
    public const int SeedCount = 4, DefaultGrace = 1000;
    private const int SnapshotInterval = 250, Half = SeedCount / 2;

    public string Name => "stability";

    public int Seeds => SeedCount;

    /// <summary>The seeds of a setting: those of the tuning are not those of the held-out half.</summary>
    public static IEnumerable<int> SeedsOf(StabilitySetting setting) => Enumerable.Range(setting.IsTuning ? 1 : 1 + Half, Half);

    public void Prepare() => FashionClassifier.Prepare();

    public IEnumerable<Job> Jobs(Settings settings, int seed) =>
        from setting in StabilitySettings.All
        where SeedsOf(setting).Contains(seed)
        from guard in new[] { (Name: Watch, Guard: Guard.Watch), (Name: Protect, Guard: Guard.Protect) }
        let options = setting.Options with { Seed = seed, Steps = settings.Steps ?? setting.Options.Steps }
        select new Job($"{setting.Name}, {guard.Name}", setting.Data.Name, seed, options.ToText(), () => Run(setting, options, guard.Guard));

    public void Write(BenchmarkResults results) => StabilityDocument.Write(results);

    private static Outcome Run(StabilitySetting setting, GanOptions options, Guard guard)
    {
        var context = new MLContext(seed: options.Seed);
        var cpu = Environment.CpuUsage.TotalTime;
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

        var spent = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        StepScore[] oracle =
        [
            .. run.Snapshots.Where(snapshot => snapshot.Samples.All(sample => sample.All(float.IsFinite)))
                .Select(snapshot => new StepScore(snapshot.Step, setting.Data.Oracle(snapshot.Samples))),
        ];
        if (Environment.GetEnvironmentVariable("DUMP") is { } dump)
        {
            using var file = new BinaryWriter(File.Create($"{dump}/{setting.Name.Replace(' ', '_')}.{setting.Data.Name.Replace(' ', '_')}.bin"));
            foreach (var snapshot in run.Snapshots)
                foreach (var sample in snapshot.Samples)
                    foreach (var value in sample)
                        file.Write(value);
        }

        return new()
        {
            Steps = run.Steps,
            CpuSeconds = spent,
            Scores = new Dictionary<string, double> { ["last"] = oracle is [.., var last] ? last.Value : double.NaN },
            Stability = new(run with { Snapshots = [] }, oracle, failure),
        };
    }
}
