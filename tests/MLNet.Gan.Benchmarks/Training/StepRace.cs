using System.Globalization;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Benchmarks.Training.Eager;
using MLNet.Gan.Benchmarks.Training.Products;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Training;

/// <summary>
/// A training of ours and the same as a plain loop of TorchSharp, and in eager PyTorch with and without Adam's foreach,
/// each in a process of its own, in turns.
/// </summary>
/// <param name="Case">What is trained.</param>
/// <param name="Threads">How many threads each may use.</param>
/// <param name="Versions">Which PyTorch.</param>
/// <param name="Turns">The turns behind those that warm up.</param>
/// <param name="OurMebiBytes">Our process's peak memory.</param>
/// <param name="EagerMebiBytes">The peak of the plain loop.</param>
/// <param name="PythonMebiBytes">The smaller peak of PyTorch's two.</param>
internal sealed record StepRace(
    TrainingCase Case, int Threads, string Versions, IReadOnlyList<StepTurn> Turns, double OurMebiBytes,
    double EagerMebiBytes, double PythonMebiBytes)
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
                    $"{one.Network}, {one.Game}, threads {threads}: {race.ToEager}, PyTorch {race.ToPython}"));
            }
        }

        return races;
    }

    /// <summary>Adds a section on races to a document.</summary>
    public static MarkdownWriter AddTo(MarkdownWriter document, IReadOnlyList<StepRace> races) => document
        .Heading(2, "Training steps")
        .Paragraph("Fit compared with two loops with the same networks, losses, penalties, batches and Adam: a plain one of "
            + $"{EagerWorker.Version} with its modules and torch.optim.Adam (Training/Eager), on the same libtorch 2.10 "
            + $"and oneMKL, and an eager one in {races[0].Versions} (peers/training.py), Debian's, which is another "
            + "libtorch with another BLAS. A test verifies that all three compute the same (TrainingParityTests). Each "
            + "runs in its own process, in turns of some steps; waiting threads sleep early in all of them. Mlp: 3 × 128 "
            + "on points of the plane, batches of 256. Dcgan: width 32 on 28 × 28, batches of 64. SnganResNet: width 32 "
            + "on 3 × 32 × 32, batches of 64. WGAN-GP has five critic steps. With two threads, Fit uses its default: one "
            + "for vectors, two for images.")
        .Paragraph($"Medians of {string.Join(" or ", races.Select(race => race.Turns.Count).Distinct())} turns after "
            + $"{WarmUps} warm-up turns; turns are short so that the machine's speed is the same for all. A ratio is the median of the "
            + "turns' ratios by the clock, with its quartiles in brackets; above 1 ours is faster. The goals are those "
            + "for the plain loop of TorchSharp. Products are the step's matrix products and convolutions by formulas alone, on "
            + "the same libtorch in a process of its own (Training/Products), in percent of our step: 100 would be the limit; the goals are 55 "
            + "for Mlp and 65 for Dcgan. Memory is the process's peak, for PyTorch the smaller of its two.")
        .Table(
            [
                "networks", "game", "threads", "steps/s", "to TorchSharp", "goal", "to PyTorch", "to its foreach", "products %",
                "processor ms a step", "TorchSharp's", "PyTorch's", "peak MiB", "TorchSharp's", "PyTorch's",
            ],
            [.. races.Select(race => race.Row())]);

    private static StepRace? Run(TrainingCase one, int threads)
    {
        var (steps, allowed) = (one.Turn.ToString(CultureInfo.InvariantCulture), $"{threads}");
        string[] arguments = [one.Network, one.Game, allowed, steps];
        using var python = Peer.Start("training.py", arguments);
        if (python is null)
            return null;

        using var eager = Peer.StartSelf([EagerWorker.Command, .. arguments]);
        using var each = Peer.Start("training.py", [.. arguments, "foreach"])!;
        using var ours = Peer.StartSelf([FitWorker.Command, .. arguments]);
        using var products = StepProducts.Of(one.Network, one.Game) is null ? null : Peer.StartSelf([ProductsWorker.Command, .. arguments]);
        var all = Enumerable.Range(0, WarmUps + one.Turns).Select(_ => new StepTurn(
            ours.AskElapsed($"turn").Over(one.Turn), eager.AskElapsed($"turn").Over(one.Turn),
            python.AskElapsed($"turn").Over(one.Turn), each.AskElapsed($"turn").Over(one.Turn),
            products?.AskElapsed($"turn").Over(one.Turn))).ToList();
        return new(one, threads, python.Versions, all[WarmUps..], Memory(ours), Memory(eager),
            Math.Min(Memory(python), Memory(each)));
    }

    private static double Memory(Peer peer) => double.Parse(peer.Ask($"memory"), CultureInfo.InvariantCulture);

    private string ToEager => To(turn => turn.Eager);

    private string ToPython => To(turn => turn.Python);

    private string To(Func<StepTurn, Elapsed> other) =>
        Spread.Ratio(Turns.Select(turn => other(turn).WallSeconds / turn.Ours.WallSeconds));

    private string Processor(Func<StepTurn, Elapsed> side) =>
        Spread.Median(Turns.Select(turn => 1e3 * side(turn).CpuSeconds));

    private IReadOnlyList<ReportValue> Row() =>
    [
        Case.Network,
        Case.Game,
        Threads,
        Spread.Median(Turns.Select(turn => 1 / turn.Ours.WallSeconds), "0.0"),
        ToEager,
        Case.Goal.ToString("0.0", CultureInfo.InvariantCulture),
        ToPython,
        To(turn => turn.Foreach),
        Turns[0].Products is null ? "" : Spread.Median(Turns.Select(turn => 100 * turn.Products!.WallSeconds / turn.Ours.WallSeconds), "0"),
        Processor(turn => turn.Ours),
        Processor(turn => turn.Eager),
        Processor(turn => turn.Python),
        OurMebiBytes.ToString("0", CultureInfo.InvariantCulture),
        EagerMebiBytes.ToString("0", CultureInfo.InvariantCulture),
        PythonMebiBytes.ToString("0", CultureInfo.InvariantCulture),
    ];
}
