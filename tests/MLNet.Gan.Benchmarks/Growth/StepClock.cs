using MLNet.Gan.Benchmarks.Reporting;

namespace MLNet.Gan.Benchmarks.Growth;

/// <summary>Notes when each report of a training came.</summary>
internal sealed class StepClock : IProgress<TrainingProgress>
{
    private const int WarmUps = 2;
    private readonly List<(long Step, TimeSpan Elapsed)> _reports = [];

    /// <summary>The seconds of all steps so far.</summary>
    public double TotalSeconds => _reports[^1].Elapsed.TotalSeconds;

    /// <summary>The median of a step's milliseconds between two reports, without the first ones.</summary>
    public double StepMilliseconds => Spread.Quartiles(_reports.Zip(_reports.Skip(1)).Skip(WarmUps).Select(pair =>
        (pair.Second.Elapsed - pair.First.Elapsed).TotalMilliseconds / (pair.Second.Step - pair.First.Step))).Median;

    /// <inheritdoc/>
    public void Report(TrainingProgress value) => _reports.Add((value.Step, value.Elapsed));
}
