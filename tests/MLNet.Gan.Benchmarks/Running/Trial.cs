using System.Diagnostics;
using Microsoft.ML;

namespace MLNet.Gan.Benchmarks.Running;

/// <summary>Trains and judges, with a look at the clocks.</summary>
internal static class Trial
{
    /// <summary>Trains on one thread, on all rows, to the last average. A run that diverges is an outcome, too.</summary>
    /// <param name="context">What to train in.</param>
    /// <param name="options">How to train.</param>
    /// <param name="data">What to train on.</param>
    /// <param name="score">The scores of the trained generator, and some of its samples.</param>
    public static Outcome Run(
        MLContext context, GanOptions options, IDataView data,
        Func<GanTransformer, (Dictionary<string, double> Scores, IReadOnlyList<float[]> Samples)> score)
    {
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        Outcome Spent(long steps) => new()
        {
            Steps = steps,
            WallSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
            CpuSeconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
        };

        try
        {
            using var model = context.Gan.Trainers.Gan(options, new() { Threads = 1, TunesAllocator = true, Scoring = null }).Fit(data);
            var spent = Spent(model.Run!.Steps);
            var (scores, samples) = score(model);
            return spent with { Scores = scores, Samples = samples };
        }
        catch (TrainingFailedException failed)
        {
            return Spent(failed.Finding.Step) with { Failure = failed.Message, IsDiverged = true };
        }
    }
}
