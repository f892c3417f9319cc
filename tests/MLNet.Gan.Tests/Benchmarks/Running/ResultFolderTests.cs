using MLNet.Gan.Benchmarks.Mixtures;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Tests.Benchmarks.Running;

[TestClass]
public sealed class ResultFolderTests : IDisposable
{
    private readonly ResultFolder _folder = new(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}"));
    private readonly Job _job = new("hinge, R1 + R2", "ring", 3, "Steps = 7", () => new());

    public void Dispose() => Directory.Delete(_folder.Path, recursive: true);

    [TestMethod]
    public void IsDone_OnlyWithAFileOfTheSameSetup()
    {
        var before = _folder.IsDone(_job);
        Keep(new());

        Assert.IsFalse(before);
        Assert.IsTrue(_folder.IsDone(_job));
        Assert.IsFalse(_folder.IsDone(_job with { Setup = "Steps = 8" }));
        Assert.IsFalse(_folder.IsDone(_job with { Seed = 4 }));
    }

    [TestMethod]
    public void IsDone_OfADivergedRun_IsTrue()
    {
        Keep(new() { Failure = "The losses became NaN.", IsDiverged = true });

        Assert.IsTrue(_folder.IsDone(_job));
    }

    [TestMethod]
    public void IsDone_OfAProcessThatFell_IsFalse()
    {
        Keep(new() { Failure = "The process ended with code 134." });

        Assert.IsFalse(_folder.IsDone(_job));
    }

    [TestMethod]
    public void Of_GivesBackWhatWasKept()
    {
        Keep(new()
        {
            Scores = new Dictionary<string, double> { ["KL"] = double.NaN }, Steps = 7, Samples = [[1, -0.5f]],
        });

        var result = _folder.Of([_job, _job with { Seed = 4 }]).Single();

        Assert.AreEqual(("mixtures", _job.Variant, _job.Data, 3, _job.Setup),
            (result.Benchmark, result.Variant, result.Data, result.Seed, result.Setup));
        Assert.AreEqual(double.NaN, result.Outcome.Scores["KL"]);
        Assert.AreEqual(7, result.Outcome.Steps);
        CollectionAssert.AreEqual(new[] { 1, -0.5f }, result.Outcome.Samples.Single());
    }

    private void Keep(Outcome outcome) => _folder.Write(JobResult.Of(new MixturesBenchmark(), _job, outcome));
}
