namespace MLNet.Gan.Benchmarks.Running;

/// <summary>What is there of a benchmark, for its document.</summary>
internal sealed class BenchmarkResults
{
    private readonly IReadOnlyList<Job> _jobs;

    public BenchmarkResults(IBenchmark benchmark, Settings settings, ResultFolder folder, IReadOnlyList<Job> jobs)
    {
        (_jobs, All) = (jobs, [.. folder.Of(jobs)]);
        Command = string.Join(' ', ["./build.sh", "bench", benchmark.Name, .. settings.ForJobs]);
        Folder = settings.Change.Length == 0
            ? Directory.CreateDirectory("docs/benchmarks").FullName
            : folder.Path;
        DocumentPath = Path.Combine(Folder, $"{benchmark.Name}.md");
    }

    /// <summary>The command that makes these results.</summary>
    public string Command { get; }

    /// <summary>Where the document and its pictures go.</summary>
    public string Folder { get; }

    public string DocumentPath { get; }

    public IReadOnlyList<JobResult> All { get; }

    /// <summary>How many results come from another setup than the code's now.</summary>
    public int OutdatedCount => All.Count(result => !_jobs.Any(job => IsOf(result, job) && job.Setup == result.Setup));

    /// <summary>The variants that have results, in the benchmark's order.</summary>
    public IEnumerable<string> Variants =>
        _jobs.Select(job => job.Variant).Distinct().Where(variant => All.Any(result => result.Variant == variant));

    /// <summary>The results of one variant on one set of data.</summary>
    public IReadOnlyList<JobResult> Of(string variant, string data) =>
        [.. All.Where(result => result.Variant == variant && result.Data == data)];

    private static bool IsOf(JobResult result, Job job) =>
        (result.Variant, result.Data, result.Seed) == (job.Variant, job.Data, job.Seed);
}
