using System.Globalization;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Metrics;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Metrics;

/// <summary>A computation of ours and the same by others, in turns on all processors, so that the machine is as busy for all.</summary>
/// <param name="Name">What is computed.</param>
/// <param name="Way">How the other side computes it.</param>
/// <param name="Goal">The goal of the ratio.</param>
/// <param name="Turns">What the turns took.</param>
internal sealed record MetricRace(string Name, string Way, double Goal, IReadOnlyList<Turn> Turns)
{
    private const int Subsets = 10;
    private const int SubsetSize = 1000;

    /// <summary>Takes turns; null where there is no Python with SciPy.</summary>
    /// <param name="turns">How often each runs, behind a run of ours that compiles.</param>
    /// <param name="rows">How many samples a side.</param>
    /// <param name="columns">How many features.</param>
    public static IReadOnlyList<MetricRace>? Run(int turns, int rows, int columns)
    {
        using var python = Peer.Start("metrics.py");
        if (python is null)
            return null;
        using var linalg = Peer.StartSelf(LinalgWorker.Command);
        var torch = linalg.Versions.Replace("TorchSharp", "torch.linalg of TorchSharp", StringComparison.Ordinal);
        return
        [
            .. Frechet(rows / 2, "full rank"),
            .. Frechet(columns / 2, "singular"),
            .. Race($"kernel distance, {Subsets} subsets of {SubsetSize}", rows, Kernel(rows, columns),
                (python, "kernel", $"{python.Versions}, float64", 2)),
            .. Race("third nearest neighbors", rows, Neighbors(rows, columns),
                (python, "neighbors", $"{python.Versions}, blocks in float64", 2)),
        ];

        IEnumerable<MetricRace> Frechet(int count, string rank) => Race($"Fréchet distance, {rank}", count, Distance(count, columns),
            (python, "sqrtm", "scipy.linalg.sqrtm (TTUR, pytorch-fid)", 3),
            (python, "eigvals", "scipy.linalg.eigvals (torchmetrics, torch-fidelity)", 3),
            (linalg, "linalg", torch, 1));

        IEnumerable<MetricRace> Race(string name, int count, Action ours, params (Peer Peer, string Command, string Way, double Goal)[] others)
        {
            ours();
            var taken = others.Select(_ => new List<Turn>()).ToArray();
            for (var turn = 0; turn < turns; turn++)
            {
                var own = Elapsed.Of(ours);
                foreach (var (other, times) in others.Zip(taken))
                    times.Add(new(own, other.Peer.AskElapsed($"{other.Command} {count} {columns}")));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{name} [{turn + 1}/{turns}] {own.WallSeconds:0.00} s, {string.Join(", ", taken.Select(times => $"{times[^1].Theirs.WallSeconds:0.00} s"))}"));
            }

            return others.Zip(taken, (other, times) => new MetricRace($"{name}, {count} × {columns}", other.Way, other.Goal, times));
        }
    }

    /// <summary>Adds a table of races to a document.</summary>
    public static MarkdownWriter AddTo(MarkdownWriter document, IReadOnlyList<MetricRace> races) => document
        .Paragraph($"Wall-clock seconds on all processors: medians of {races[0].Turns.Count} turns, in which each ran once. Distances begin with the "
            + "statistics of both sides, the others with the features. A ratio is the median of the turns' ratios, with its quartiles in "
            + "brackets; above 1 ours is faster.")
        .Table(["metric", "other way", "our seconds", "its seconds", "ratio", "goal"], [.. races.Select(race => race.Row())]);

    private IReadOnlyList<ReportValue> Row() =>
    [
        Name, Way,
        Spread.Median(Turns.Select(turn => turn.Ours.WallSeconds)),
        Spread.Median(Turns.Select(turn => turn.Theirs.WallSeconds)),
        Spread.Ratio(Turns.Select(turn => turn.Theirs.WallSeconds / turn.Ours.WallSeconds)),
        Goal.ToString("0.0", CultureInfo.InvariantCulture),
    ];

    private static Action Distance(int rows, int columns)
    {
        var (first, second) = (Statistics(1, rows, columns), Statistics(2, rows, columns));
        return () => FrechetDistance.Between(first, second);
    }

    private static Action Kernel(int rows, int columns)
    {
        var (real, generated) = (RandomFeatures.Set(1, rows, columns), RandomFeatures.Set(2, rows, columns));
        var comparison = new Comparison(real, generated, new("random", "", "", rows, rows));
        var metric = new KernelInceptionDistance { Subsets = Subsets, SubsetSize = SubsetSize };
        return () => _ = metric.Measure(comparison).ToList();
    }

    private static Action Neighbors(int rows, int columns)
    {
        var set = RandomFeatures.Set(1, rows, columns);
        return () => NeighborRadii.Squared(set, neighbors: 3, "real");
    }

    private static FeatureStatistics Statistics(int seed, int rows, int columns)
    {
        var statistics = new FeatureStatistics(columns);
        statistics.Add(RandomFeatures.Of(seed, rows, columns));
        return statistics;
    }
}
