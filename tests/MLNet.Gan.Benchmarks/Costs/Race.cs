using Microsoft.ML;

namespace MLNet.Gan.Benchmarks.Costs;

/// <summary>
/// Two trainings that take turns of some steps each, so that a busy machine is as busy for one as for the other.
/// </summary>
internal sealed class Race : IProgress<TrainingProgress>
{
    /// <summary>The turns of each side that do not count: they compile, and one of them reads the data.</summary>
    public const int WarmUps = 5;

    private readonly SemaphoreSlim _mine;
    private readonly SemaphoreSlim _others;
    private readonly CancellationTokenSource _isOver;
    private readonly List<double> _seconds = [];
    private TimeSpan _start;

    private Race(SemaphoreSlim mine, SemaphoreSlim others, CancellationTokenSource isOver) =>
        (_mine, _others, _isOver) = (mine, others, isOver);

    /// <summary>The processor's seconds for a step, turn by turn.</summary>
    /// <param name="first">How the first trains. It and the second must report equally often.</param>
    /// <param name="second">How the second trains.</param>
    /// <param name="data">What both learn from.</param>
    public static (IReadOnlyList<double> First, IReadOnlyList<double> Second) Run(
        GanOptions first, GanOptions second, Func<MLContext, IDataView> data)
    {
        using SemaphoreSlim one = new(1), two = new(0);
        using var isOver = new CancellationTokenSource();
        Race a = new(one, two, isOver), b = new(two, one, isOver);
        Task[] both = [Task.Run(() => a.Train(first, data)), Task.Run(() => b.Train(second, data))];
        Task.WaitAll(both);
        return (a._seconds[WarmUps..], b._seconds[WarmUps..]);
    }

    /// <summary>Ends a turn: only one of the two works at a time, so the process's time is the worker's.</summary>
    public void Report(TrainingProgress value)
    {
        _seconds.Add((Environment.CpuUsage.TotalTime - _start).TotalSeconds);
        _others.Release();
        TakeTurn();
    }

    private void Train(GanOptions options, Func<MLContext, IDataView> data)
    {
        try
        {
            TakeTurn();
            var context = new MLContext(seed: options.Seed);
            using var model = context.Gan.Trainers.Gan(options, new() { Threads = 1, TunesAllocator = true, Progress = this }).Fit(data(context));
        }
        finally
        {
            _isOver.Cancel();
        }
    }

    private void TakeTurn()
    {
        // Who is left alone when the other has ended, or fell, goes on to the end.
        if (!_isOver.IsCancellationRequested)
            WaitHandle.WaitAny([_mine.AvailableWaitHandle, _isOver.Token.WaitHandle]);
        _mine.Wait(0);
        _start = Environment.CpuUsage.TotalTime;
    }
}
