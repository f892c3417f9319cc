using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using MLNet.Gan.Benchmarks.Costs;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>
/// A training in a process of its own that answers lines of its standard input as peers/training.py does.
/// </summary>
internal sealed class FitWorker : IProgress<TrainingProgress>
{
    /// <summary>The first argument of such a process.</summary>
    public const string Command = "fit";

    private readonly CancellationTokenSource _isOver;
    private (long Clock, TimeSpan Processor) _start;

    private FitWorker(CancellationTokenSource isOver) => _isOver = isOver;

    /// <summary>Trains a case until the input ends.</summary>
    /// <param name="network">Its network.</param>
    /// <param name="game">Its game.</param>
    /// <param name="threads">How many threads it may use; as many as there are let it choose by its own default.</param>
    /// <param name="steps">The steps of a turn, after which it reports.</param>
    public static int Run(string network, string game, string threads, string steps)
    {
        var chosen = TrainingCases.Find(network, game);
        var count = int.Parse(threads, CultureInfo.InvariantCulture);
        using var isOver = new CancellationTokenSource();
        var worker = new FitWorker(isOver);
        Console.WriteLine("MLNet.Gan");
        worker.Await();
        var context = new MLContext(seed: 1);
        using var model = context.Gan.Trainers.Gan(chosen.Options with
        {
            Steps = int.MaxValue,
            ReportInterval = int.Parse(steps, CultureInfo.InvariantCulture),
        }, new()
        {
            Threads = count == Environment.ProcessorCount ? null : count,
            TunesAllocator = true,
            Progress = worker,
            CancellationToken = isOver.Token,
        }).Fit(CostData.View(context, chosen.Options.Shape));
        return 0;
    }

    /// <summary>Ends a turn.</summary>
    public void Report(TrainingProgress value)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Stopwatch.GetElapsedTime(_start.Clock).TotalSeconds} "
                + $"{(Environment.CpuUsage.TotalTime - _start.Processor).TotalSeconds}"));
        Await();
    }

    private void Await()
    {
        string? line;
        while ((line = Console.ReadLine()) == "memory")
            Console.WriteLine(PeakMemory.MebiBytes().ToString(CultureInfo.InvariantCulture));
        if (line is null)
            _isOver.Cancel();
        _start = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
    }
}
