using MLNet.Gan.Benchmarks.Mixtures;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Tests.Benchmarks.Mixtures;

[TestClass]
public sealed class MixturesDocumentTests : IDisposable
{
    private readonly MixturesBenchmark _benchmark = new();
    private readonly Settings _settings = Settings.Parse(["--steps", "7"]);
    private readonly ResultFolder _folder = new(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}"));

    public void Dispose() => Directory.Delete(_folder.Path, recursive: true);

    [TestMethod]
    public void Write_TellsOfScoresFailuresAndOldSetups()
    {
        var jobs = Enumerable.Range(1, 3).SelectMany(seed => _benchmark.Jobs(_settings, seed)).ToList();
        Keep(Find(jobs, 1), Scored(0.5));
        Keep(Find(jobs, 2) with { Setup = "Steps = 6" }, Scored(0.7));
        Keep(Find(jobs, 3), new() { Failure = "NaN", IsDiverged = true, Steps = 3 });

        _benchmark.Write(new(_benchmark, _settings, _folder, jobs));

        var document = File.ReadAllText(Path.Combine(_folder.Path, "mixtures.md"));
        StringAssert.Contains(document,
            "| hinge | R1 | 3, 1 failed | 8.0 ± 0.0 | 60.0 ± 10.0 | 0.020 ± 0.000 | 7 ± 0 |", StringComparison.Ordinal);
        StringAssert.Contains(document, "1 of the 3 runs had other options", StringComparison.Ordinal);
        StringAssert.Contains(document, "(mixtures-ring.png)", StringComparison.Ordinal);
        Assert.IsTrue(File.Exists(Path.Combine(_folder.Path, "mixtures-ring.png")));
    }

    private static Job Find(IEnumerable<Job> jobs, int seed) =>
        jobs.Single(job => job.Variant == "hinge, R1" && job.Data == "ring" && job.Seed == seed);

    private static Outcome Scored(double quality) => new()
    {
        Scores = new Dictionary<string, double>
        {
            [MixtureScores.Modes] = 8, [MixtureScores.HighQuality] = quality, [MixtureScores.Divergence] = 0.02,
        },
        Steps = 7,
        Samples = [[0, 1]],
    };

    private void Keep(Job job, Outcome outcome) => _folder.Write(JobResult.Of(_benchmark, job, outcome));
}
