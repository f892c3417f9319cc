using System.Globalization;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>docs/benchmarks/tables.md.</summary>
internal static class TablesDocument
{
    public static void Write(BenchmarkResults results) => new BenchmarkDocument(results, "Tables",
        "Whether rows that TabularGan generates can stand for real ones, beside those of CTGAN.")
        .Add(markdown => markdown
            .Paragraph("Nine data sets of Debian's packages (peers/tables.R, peers/tables.py), of each class 70 % of the rows for training; of shuttle's 58 000 "
                + "rows 10 000. F1 is the macro F1 on the other 30 % of LightGBM trained on as many generated rows as there are real ones; shapes is 1 minus "
                + "the mean distance of the columns (Kolmogorov–Smirnov, total variation); lost are the text categories of at least 1 % of the rows that have "
                + "less than half of their share among 10 000 generated rows, summed over the seeds; seconds are the processor's of fitting and "
                + "generating, with one thread each. CTGAN is peers/ctgan.py, written from the paper for this benchmark, with its 300 epochs: on these "
                + "small tables that is one step an epoch.")
            .Table(
                ["data", "seeds", "F1: real rows", "F1: TabularGan", "F1: CTGAN", "shapes: TabularGan", "shapes: CTGAN", "lost: TabularGan", "lost: CTGAN",
                    "seconds: TabularGan", "seconds: CTGAN"],
                [.. RealTable.Names.Select(name => Row(results, name)).OfType<ReportValue[]>()]))
        .Save();

    private static ReportValue[]? Row(BenchmarkResults results, string data)
    {
        var ours = results.Of(TablesBenchmark.Ours, data);
        if (ours.Count == 0)
            return null;
        var (real, peer) = (results.Of(TablesBenchmark.Real, data), results.Of(TablesBenchmark.Peer, data));
        return
        [
            data, ours.Count, Mean(real, TableScores.F1), Mean(ours, TableScores.F1), Mean(peer, TableScores.F1),
            Mean(ours, TableScores.Shapes), Mean(peer, TableScores.Shapes), Sum(ours), Sum(peer),
            Mean(ours, TablesBenchmark.Seconds, "0"), Mean(peer, TablesBenchmark.Seconds, "0"),
        ];
    }

    private static string Mean(IReadOnlyList<JobResult> runs, string score, string format = "0.000") => runs.Count == 0 || runs.Any(run => run.Outcome.Failure is not null)
        ? "–"
        : runs.Average(run => run.Outcome.Scores[score]).ToString(format, CultureInfo.InvariantCulture);

    private static ReportValue Sum(IReadOnlyList<JobResult> runs) => (long)runs.Sum(run => run.Outcome.Scores.GetValueOrDefault(TableScores.Lost));
}
