using System.Globalization;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>Fit beside its own bare steps, each in a process of its own, in turns on one thread.</summary>
/// <param name="Case">What is trained.</param>
/// <param name="Turns">What a step took: ours is Fit's, theirs the bare one.</param>
internal sealed record FitOverhead(TrainingCase Case, IReadOnlyList<Turn> Turns)
{
    private const int WarmUps = 2;

    // The smaller the networks, the more would show, and the shorter the turns: these take turns more often.
    private const int MoreTurns = 3;

    /// <summary>Takes turns with the first game of the two smaller networks of the races.</summary>
    /// <param name="turns">How often each side of the larger runs.</param>
    /// <param name="isQuick">Whether only the smaller runs.</param>
    public static IReadOnlyList<FitOverhead> Run(int turns, bool isQuick)
    {
        var (small, large) = (TrainingCases.All[0], TrainingCases.All.First(one => one.Options.Shape.IsImage));
        return isQuick ? [Run(small, turns)] : [Run(small, MoreTurns * turns), Run(large, turns)];
    }

    /// <summary>Adds a section to a document.</summary>
    public static MarkdownWriter AddTo(MarkdownWriter document, IReadOnlyList<FitOverhead> all) => document
        .Heading(2, "What Fit adds to its steps")
        .Paragraph("Fit compared with the same steps without sampling of data, average, reports, monitors, log and ML.NET, "
            + "one thread each. Reports have the default interval, "
            + $"{TrainingCases.All[0].Options.ReportInterval} steps. Reading the data, which Fit does once, is the "
            + "section below.")
        .Paragraph($"Medians of {string.Join(" and ", all.Select(one => one.Turns.Count))} turns of "
            + $"{TrainingCases.All[0].Options.ReportInterval} steps after {WarmUps} "
            + "warm-up turns; CPU time, so that other programs have little effect. Goal: less than 5 %.")
        .Table(["networks", "game", "Fit's ms a step", "bare ms a step", "added %"], [.. all.Select(one => one.Row())]);

    private static FitOverhead Run(TrainingCase one, int turns)
    {
        var interval = one.Options.ReportInterval;
        var steps = interval.ToString(CultureInfo.InvariantCulture);
        using var fit = Peer.StartSelf(FitWorker.Command, one.Network, one.Game, "1", steps);
        using var bare = Peer.StartSelf(BareWorker.Command, one.Network, one.Game, steps);
        var all = Enumerable.Range(0, WarmUps + turns).Select(_ => new Turn(
            fit.AskElapsed($"turn").Over(interval), bare.AskElapsed($"turn").Over(interval))).ToList();
        Console.WriteLine($"{one.Network}, Fit to its bare steps: {Spread.Ratio(Ratios(all))}");
        return new(one, all[WarmUps..]);
    }

    private static IEnumerable<double> Ratios(IEnumerable<Turn> turns) =>
        turns.Select(turn => turn.Ours.CpuSeconds / turn.Theirs.CpuSeconds);

    private IReadOnlyList<ReportValue> Row()
    {
        var (low, median, high) = Spread.Quartiles(Ratios(Turns).Select(ratio => 100 * (ratio - 1)));
        return
        [
            Case.Network,
            Case.Game,
            Spread.Median(Turns.Select(turn => 1e3 * turn.Ours.CpuSeconds)),
            Spread.Median(Turns.Select(turn => 1e3 * turn.Theirs.CpuSeconds)),
            string.Create(CultureInfo.InvariantCulture, $"{median:0.0} ({low:0.0} to {high:0.0})"),
        ];
    }
}
