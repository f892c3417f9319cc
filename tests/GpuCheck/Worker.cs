using System.Diagnostics;
using MLNet.Gan;

namespace GpuCheck;

/// <summary>Trains in turns of some steps: answers each line of its standard input with the seconds of a turn.</summary>
internal sealed class Worker : IProgress<TrainingProgress>, IDisposable
{
    private readonly CancellationTokenSource _isOver = new();
    private long _start;

    public static int Run(string game, int steps)
    {
        using var worker = new Worker();
        var options = Cases.All[game];
        var context = Where.Context();
        var data = Data.View(context, options.Shape);
        Console.WriteLine("MLNet.Gan");
        worker.Await();
        try
        {
            using var model = context.Gan.Trainers.Gan(options with
            {
                Steps = int.MaxValue,
                ReportInterval = steps,
            }, new()
            {
                Progress = worker,
                CancellationToken = worker._isOver.Token,
            }).Fit(data);
        }
        catch (InvalidOperationException e)
        {
            Console.Error.WriteLine($"{game}, at the end: {e.Message}");
        }

        return 0;
    }

    public void Report(TrainingProgress value)
    {
        Where.Wait();
        Console.WriteLine($"{Stopwatch.GetElapsedTime(_start).TotalSeconds} {Where.UsedMiB():0}");
        Await();
    }

    public void Dispose() => _isOver.Dispose();

    private void Await()
    {
        if (Console.ReadLine() is null)
            _isOver.Cancel();
        _start = Stopwatch.GetTimestamp();
    }
}
