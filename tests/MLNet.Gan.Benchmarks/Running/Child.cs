using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MLNet.Gan.Benchmarks.Running;

/// <summary>A job in a process of its own, so that jobs neither share threads nor fall together.</summary>
internal static class Child
{
    /// <summary>The first argument of such a process.</summary>
    public const string Command = "run";

    /// <summary>In the parent: lets a process do a job.</summary>
    /// <returns>What it complained of in the end; null where all went well.</returns>
    public static async Task<string?> StartAsync(IBenchmark benchmark, Settings settings, Job job)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!,
        [
            Command, benchmark.Name, job.Variant, job.Data, job.Seed.ToString(CultureInfo.InvariantCulture),
            .. settings.ForJobs,
        ])
        {
            RedirectStandardError = true,
        };
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;

        // Whoever ends the benchmark ends its jobs.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => process.Kill());
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => process.Kill());
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? null
            : $"The process ended with code {process.ExitCode}: {complaint.Trim()}";
    }

    /// <summary>In the child: does the job and keeps what it came to.</summary>
    public static int Run(IBenchmark benchmark, Settings settings, string variant, string data, string seed)
    {
        var job = benchmark.Jobs(settings, int.Parse(seed, CultureInfo.InvariantCulture))
            .Single(job => job.Variant == variant && job.Data == data);
        ResultFolder.Of(benchmark, settings).Write(JobResult.Of(benchmark, job, job.Run()));
        return 0;
    }
}
