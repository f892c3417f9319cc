using System.Globalization;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>docs/benchmarks/tables.md.</summary>
internal static class TablesDocument
{
    private const string Ours = TablesBenchmark.Ours, Peer = TablesBenchmark.Peer;

    public static void Write(BenchmarkResults results) => new BenchmarkDocument(results, "Tables",
        "Whether rows that TabularGan generates can stand for real ones, beside those of CTGAN, and whether more rows help a classifier of a rare class.")
        .Add(markdown => markdown
            .Heading(2, "Generated rows instead of real ones")
            .Paragraph("Nine data sets of Debian's packages (peers/tables.R, peers/tables.py), of each class 70 % of the rows for training; of shuttle's 58 000 "
                + "rows 10 000. F1 is the macro F1 on the other 30 % of LightGBM trained on as many generated rows as there are real ones; shapes is 1 minus "
                + "the mean distance of the columns (Kolmogorov–Smirnov, total variation); pairs is the mean score of all pairs of columns, and detection the area under the ROC "
                + "curve of LightGBM that tells generated rows from real ones (ml.Gan.EvaluateTableQuality; pairs have as many rows as the test rows; 0.5 is chance); lost "
                + "are the text categories of at least 1 % of the rows that have less than half of their share among 10 000 generated rows, summed over the seeds. CTGAN is "
                + "peers/ctgan.py, written from the paper for this benchmark, with its 300 epochs: on these small tables that is one step an epoch.")
            .Table(
                ["data", "seeds", "F1: real rows", "F1: TabularGan", "F1: CTGAN", "shapes: TabularGan", "shapes: CTGAN", "pairs: TabularGan", "pairs: CTGAN",
                    "detection: TabularGan", "detection: CTGAN", "lost: TabularGan", "lost: CTGAN"],
                [.. RealTable.Names.Select(name => Quality(results, name)).OfType<ReportValue[]>()])
            .Heading(2, "Seconds")
            .Paragraph("Of the processor, for fitting and for generating 10 000 rows, each program with one thread and the peer on OpenBLAS; both share the machine with "
                + "others. Rows a second are those of a view of Generate whose columns are all read, on one thread; near is the share of generated rows that are nearer to a "
                + "training row than to one of as many test rows (0.5 is chance).")
            .Table(
                ["data", "columns", "seconds: TabularGan", "seconds: CTGAN", "ratio", "rows/s", "near: TabularGan", "near: CTGAN"],
                [.. RealTable.Names.Select(name => Seconds(results, name)).OfType<ReportValue[]>()])
            .Paragraph(Counts(results))
            .Heading(2, "Relativistic pairing with R1 and R2, or WGAN-GP")
            .Paragraph("The same networks and steps with the Wasserstein loss and its gradient penalty (one update of the discriminator for one of the generator, as CTGAN has it).")
            .Table(
                ["data", "seeds", "F1: default", "F1: WGAN-GP", "shapes: default", "shapes: WGAN-GP", "pairs: default", "pairs: WGAN-GP", "seconds: default", "seconds: WGAN-GP"],
                [.. RealTable.Names.Select(name => Losses(results, name)).OfType<ReportValue[]>()]))
        .Add(markdown => LiftDocument.AddTo(markdown, results))
        .Save();

    private static ReportValue[]? Quality(BenchmarkResults results, string data)
    {
        var (real, ours, peer) = (results.Of(TablesBenchmark.Real, data), results.Of(Ours, data), results.Of(Peer, data));
        return ours.Count == 0 ? null :
        [
            data, ours.Count, Text(real, TableScores.F1), Text(ours, TableScores.F1), Text(peer, TableScores.F1),
            Text(ours, TableScores.Shapes), Text(peer, TableScores.Shapes), Text(ours, TableScores.Pairs), Text(peer, TableScores.Pairs),
            Text(ours, TableScores.Detection), Text(peer, TableScores.Detection), Sum(ours), Sum(peer),
        ];
    }

    private static ReportValue[]? Seconds(BenchmarkResults results, string data)
    {
        var (ours, peer) = (results.Of(Ours, data), results.Of(Peer, data));
        return ours.Count == 0 ? null :
        [
            data, Text(ours, TablesBenchmark.Columns, "0"), Text(ours, TablesBenchmark.Seconds, "0.0"), Text(peer, TablesBenchmark.Seconds, "0.0"),
            (Mean(ours, TablesBenchmark.Seconds) / Mean(peer, TablesBenchmark.Seconds))?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–",
            Text(ours, TablesBenchmark.RowsPerSecond, "0"), Text(ours, TableScores.Near), Text(peer, TableScores.Near),
        ];
    }

    private static ReportValue[]? Losses(BenchmarkResults results, string data)
    {
        var other = results.Of(TablesBenchmark.WganGp, data);
        JobResult[] ours = [.. results.Of(Ours, data).Where(run => other.Any(same => same.Seed == run.Seed))];
        return ours.Length == 0 ? null :
        [
            data, ours.Length, Text(ours, TableScores.F1), Text(other, TableScores.F1), Text(ours, TableScores.Shapes), Text(other, TableScores.Shapes),
            Text(ours, TableScores.Pairs), Text(other, TableScores.Pairs), Text(ours, TablesBenchmark.Seconds, "0.0"), Text(other, TablesBenchmark.Seconds, "0.0"),
        ];
    }

    /// <summary>On how many sets the goals hold.</summary>
    private static string Counts(BenchmarkResults results)
    {
        string[] sets = [.. RealTable.Names.Where(name => results.Of(Ours, name).Count > 0 && results.Of(Peer, name).Count > 0)];
        bool IsAbove(string name, string score) => Mean(results.Of(Ours, name), score) > Mean(results.Of(Peer, name), score);
        bool IsHalf(string name) => Mean(results.Of(Ours, name), TablesBenchmark.Seconds) <= Mean(results.Of(Peer, name), TablesBenchmark.Seconds) / 2;
        var all = sets.Count(name => IsAbove(name, TableScores.F1) && IsAbove(name, TableScores.Shapes) && IsHalf(name));
        return string.Create(CultureInfo.InvariantCulture,
            $"Of {sets.Length} sets, TabularGan's F1 is above CTGAN's on {sets.Count(name => IsAbove(name, TableScores.F1))}, its shapes on "
                + $"{sets.Count(name => IsAbove(name, TableScores.Shapes))}; at most half of its seconds are needed on {sets.Count(IsHalf)}; all three hold on {all}.");
    }

    private static double? Mean(IReadOnlyList<JobResult> runs, string score) =>
        runs.Count == 0 || runs.Any(run => run.Outcome.Failure is not null) ? null : runs.Average(run => run.Outcome.Scores[score]);

    private static string Text(IReadOnlyList<JobResult> runs, string score, string format = "0.000") =>
        Mean(runs, score)?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    private static ReportValue Sum(IReadOnlyList<JobResult> runs) => (long)runs.Sum(run => run.Outcome.Scores.GetValueOrDefault(TableScores.Lost));
}
