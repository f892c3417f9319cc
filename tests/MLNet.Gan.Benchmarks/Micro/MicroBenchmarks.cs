using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MLNet.Gan.Benchmarks.Running;
using MeasuredJob = BenchmarkDotNet.Jobs.Job;

namespace MLNet.Gan.Benchmarks.Micro;

/// <summary>Short operations beside the nearest library call, by BenchmarkDotNet; the tables go to artifacts/bench/micro.</summary>
internal static class MicroBenchmarks
{
    /// <summary>The command's name.</summary>
    public const string Name = "micro";

    private static readonly Type[] Classes =
        [typeof(CheckpointBenchmarks), typeof(CovarianceBenchmarks), typeof(GeneratingBenchmarks), typeof(ReadingBenchmarks)];

    /// <summary>Measures; <c>--quick</c> runs each operation once, cold.</summary>
    /// <exception cref="SettingsException">There is an option other than that.</exception>
    public static void Run(IReadOnlyList<string> options)
    {
        if (options is not ([] or ["--quick"]))
            throw new SettingsException($"'{string.Join(' ', options)}' is not an option of {Name}: it has --quick only.");

        // In this process: a project that BenchmarkDotNet generates does not find the native libraries.
        var job = (options.Count > 0 ? MeasuredJob.Dry : MeasuredJob.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
        var summaries = BenchmarkRunner.Run(Classes, ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath("artifacts/bench/micro"));
        var failed = summaries.FirstOrDefault(
            summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success));
        if (failed is not null)
            throw new InvalidOperationException($"{failed.Title} could not be measured: see artifacts/bench/micro.");
    }
}
