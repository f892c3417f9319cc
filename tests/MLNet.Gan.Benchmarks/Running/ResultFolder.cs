using System.Text.Json;
using System.Text.Json.Serialization;

namespace MLNet.Gan.Benchmarks.Running;

/// <summary>The results that are kept, a file each.</summary>
internal sealed class ResultFolder(string path)
{
    // The score of a diverged run without samples is NaN.
    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Where they are.</summary>
    public string Path => path;

    /// <summary>The folder of a benchmark, and another one where its protocol is changed.</summary>
    public static ResultFolder Of(IBenchmark benchmark, Settings settings) =>
        new(System.IO.Path.GetFullPath($"artifacts/bench/{benchmark.Name}{settings.Change}"));

    /// <summary>Whether a job needs no further run: its file tells of this very setup.</summary>
    public bool IsDone(Job job) =>
        Read(PathOf(job.Variant, job.Data, job.Seed)) is { } result
        && result.Setup == job.Setup
        && (result.Outcome.Failure is null || result.Outcome.IsDiverged);

    /// <summary>What is there of some jobs.</summary>
    public IEnumerable<JobResult> Of(IEnumerable<Job> jobs) =>
        jobs.Select(job => Read(PathOf(job.Variant, job.Data, job.Seed))).OfType<JobResult>();

    /// <summary>Keeps a result, in the place of an older one.</summary>
    public void Write(JobResult result)
    {
        Directory.CreateDirectory(path);
        var file = PathOf(result.Variant, result.Data, result.Seed);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(result, Json));
        File.Move(file + ".new", file, overwrite: true);
    }

    private static JobResult? Read(string file) => File.Exists(file)
        ? JsonSerializer.Deserialize<JobResult>(File.ReadAllText(file), Json)
        : null;

    private string PathOf(string variant, string data, int seed) =>
        System.IO.Path.Combine(path, $"{Slug(variant)}.{Slug(data)}.{seed}.json");

    private static string Slug(string name) =>
        string.Concat(name.Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' ? sign : '-'));
}
