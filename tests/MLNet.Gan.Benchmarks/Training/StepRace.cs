using System.Globalization;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>
/// A training of ours and the same in eager PyTorch, with and without Adam's foreach, each in a process of its own, in
/// turns.
/// </summary>
/// <param name="Case">What is trained.</param>
/// <param name="Threads">How many threads each may use.</param>
/// <param name="Versions">Which PyTorch.</param>
/// <param name="Turns">The turns behind those that warm up.</param>
/// <param name="OurMebiBytes">Our process's peak memory.</param>
/// <param name="TheirMebiBytes">The smaller peak of PyTorch's two.</param>
internal sealed record StepRace(
    TrainingCase Case, int Threads, string Versions, IReadOnlyList<StepTurn> Turns, double OurMebiBytes,
    double TheirMebiBytes)
{
    private const int WarmUps = 5;

    /// <summary>The races of all cases with 1 thread and with 2; null where there is no Python with torch.</summary>
    /// <param name="isQuick">Whether only the first case runs.</param>
    public static IReadOnlyList<StepRace>? Run(bool isQuick)
    {
        List<StepRace> races = [];
        foreach (var threads in new[] { 1, 2 })
        {
            foreach (var one in TrainingCases.All.Take(isQuick ? 1 : int.MaxValue))
            {
                if (Run(one, threads) is not { } race)
                    return null;
                races.Add(race);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{one.Network}, {one.Game}, threads {threads}: {Spread.Ratio(race.Ratios())}"));
            }
        }

        return races;
    }

    /// <summary>Adds a section on races to a document.</summary>
    public static MarkdownWriter AddTo(MarkdownWriter document, IReadOnlyList<StepRace> races) => document
        .Heading(2, "Training steps")
        .Paragraph("Fit beside the loop of peers/training.py: the same networks, losses, penalties, batches and Adam, "
            + $"eager in {races[0].Versions}, on the same libtorch and BLAS. A test holds that both compute the same "
            + "(TrainingParityTests). Each runs in a process of its own, in turns of some steps; threads that wait soon "
            + "sleep on either side. Mlp: 3 × 128 on points of the plane, batches of 256. Dcgan: width 32 on 28 × 28, "
            + "batches of 64. ResNet: width 32 on 3 × 32 × 32, batches of 64. WGAN-GP has five critic steps. With two "
            + "threads allowed Fit takes what its default says: one for vectors, two for images.")
        .Paragraph($"Medians of {string.Join(" or ", races.Select(race => race.Turns.Count).Distinct())} turns behind "
            + $"{WarmUps}; short turns, so that all sides see the machine at the same pace. A ratio is the median of the "
            + "turns' ratios by the clock, with its quartiles in brackets; above 1 ours is faster. Memory is the "
            + "process's peak, for PyTorch the smaller of its two.")
        .Table(
            [
                "networks", "game", "threads", "steps/s", "PyTorch's", "ratio", "ratio to foreach", "goal",
                "processor ms a step", "PyTorch's", "peak MiB", "PyTorch's",
            ],
            [.. races.Select(race => race.Row())]);

    private static StepRace? Run(TrainingCase one, int threads)
    {
        var (steps, allowed) = (one.Turn.ToString(CultureInfo.InvariantCulture), $"{threads}");
        string[] arguments = [one.Network, one.Game, allowed, steps];
        using var eager = Peer.Start("training.py", arguments);
        if (eager is null)
            return null;

        using var each = Peer.Start("training.py", [.. arguments, "foreach"])!;
        using var ours = Peer.StartSelf([FitWorker.Command, .. arguments]);
        var all = Enumerable.Range(0, WarmUps + one.Turns).Select(_ => new StepTurn(
            ours.AskElapsed($"turn").Over(one.Turn), eager.AskElapsed($"turn").Over(one.Turn),
            each.AskElapsed($"turn").Over(one.Turn))).ToList();
        return new(one, threads, eager.Versions, all[WarmUps..], Memory(ours), Math.Min(Memory(eager), Memory(each)));
    }

    private static double Memory(Peer peer) => double.Parse(peer.Ask($"memory"), CultureInfo.InvariantCulture);

    private IEnumerable<double> Ratios() => Turns.Select(turn => turn.Eager.WallSeconds / turn.Ours.WallSeconds);

    private IReadOnlyList<ReportValue> Row() =>
    [
        Case.Network,
        Case.Game,
        Threads,
        Spread.Median(Turns.Select(turn => 1 / turn.Ours.WallSeconds), "0.0"),
        Spread.Median(Turns.Select(turn => 1 / turn.Eager.WallSeconds), "0.0"),
        Spread.Ratio(Ratios()),
        Spread.Ratio(Turns.Select(turn => turn.Foreach.WallSeconds / turn.Ours.WallSeconds)),
        Case.Goal.ToString("0.0", CultureInfo.InvariantCulture),
        Spread.Median(Turns.Select(turn => 1e3 * turn.Ours.CpuSeconds)),
        Spread.Median(Turns.Select(turn => 1e3 * turn.Eager.CpuSeconds)),
        OurMebiBytes.ToString("0", CultureInfo.InvariantCulture),
        TheirMebiBytes.ToString("0", CultureInfo.InvariantCulture),
    ];
}
