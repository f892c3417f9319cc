using System.Globalization;

namespace MLNet.Gan.Benchmarks.Running;

/// <summary>Does a benchmark's jobs, some at once, and has the document written.</summary>
internal static class Runner
{
    /// <summary>Whether every job that was run has scores or diverged, and none fell to an error.</summary>
    public static async Task<bool> RunAsync(IBenchmark benchmark, Settings settings)
    {
        var folder = ResultFolder.Of(benchmark, settings);
        var seeds = settings.Seeds ?? benchmark.Seeds;
        var fellCount = settings.ReportsOnly ? 0 : await RunAsync(benchmark, settings, folder, seeds);

        // The document tells of all that is there, whatever was asked for this time.
        var all = JobsOf(benchmark, settings, Math.Max(seeds, benchmark.Seeds)).ToList();
        var results = new BenchmarkResults(benchmark, settings, folder, all);
        if (results.All.Count == 0)
        {
            Console.WriteLine($"There is nothing in {folder.Path} to report.");
            return false;
        }

        benchmark.Write(results);
        Console.WriteLine($"Wrote {results.DocumentPath}.");
        return fellCount == 0;
    }

    private static async Task<int> RunAsync(
        IBenchmark benchmark, Settings settings, ResultFolder folder, int seeds)
    {
        var wanted = JobsOf(benchmark, settings, seeds)
            .Where(job => job.Seed >= settings.From && job.Variant.Contains(settings.Only ?? "", StringComparison.OrdinalIgnoreCase)
                && job.Data.Contains(settings.Data ?? "", StringComparison.OrdinalIgnoreCase)).ToList();
        var open = wanted.Where(job => !folder.IsDone(job)).ToList();
        Console.WriteLine($"{benchmark.Name}: {wanted.Count} jobs, of which {wanted.Count - open.Count} are done.");
        if (open.Count > 0)
            benchmark.Prepare();

        var (endedCount, fellCount) = (0, 0);
        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = settings.Parallel },
            async (job, _) =>
            {
                if (await Child.StartAsync(benchmark, settings, job) is { } complaint)
                {
                    Interlocked.Increment(ref fellCount);
                    folder.Write(JobResult.Of(benchmark, job, new() { Failure = complaint }));
                }

                var ended = Interlocked.Increment(ref endedCount);
                Console.WriteLine($"[{ended}/{open.Count}] {job}: {Text(folder.Of([job]).Single().Outcome)}");
            });
        return fellCount;
    }

    /// <summary>The jobs by seed, so that an interrupted benchmark has something of every variant.</summary>
    private static IEnumerable<Job> JobsOf(IBenchmark benchmark, Settings settings, int seeds) =>
        Enumerable.Range(1, seeds).SelectMany(seed => benchmark.Jobs(settings, seed));

    private static string Text(Outcome outcome)
    {
        var scores = outcome.Scores.Select(score =>
            string.Create(CultureInfo.InvariantCulture, $"{score.Key} {score.Value:0.####}"));
        return outcome.Failure ?? string.Create(CultureInfo.InvariantCulture,
            $"{string.Join(", ", scores)}; {outcome.Steps} steps in {outcome.CpuSeconds:0} CPU seconds");
    }
}
