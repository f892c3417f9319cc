using System.Globalization;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Images;

/// <summary>docs/benchmarks/rare-images.md.</summary>
internal static class RareImagesDocument
{
    public static void Write(BenchmarkResults results) => new BenchmarkDocument(results, "Few images of a class",
        "Whether more images help a classifier that has few of a class: copies, SMOTE, and those of a GAN.")
        .Add(markdown => markdown
            .Paragraph($"Fashion-MNIST: {RareImagesBenchmark.Rare} images of one class and {RareImagesBenchmark.Usual} of each of the nine others, drawn by the seed from the "
                + "training set; ML.NET's LbfgsMaximumEntropy on pixels; the 10 000 test images. GanResampling has the options of GanOptions.Auto.")
            .Table(
                ["rare class", "method", "seeds", RareImagesBenchmark.F1, RareImagesBenchmark.Macro, RareImagesBenchmark.Seconds],
                [
                    .. from data in RareImagesBenchmark.Classes
                       from method in RareImagesBenchmark.Methods
                       let runs = results.Of(method, data)
                       where runs.Count > 0
                       select Row(data, method, runs),
                ]))
        .Save();

    private static ReportValue[] Row(string data, string method, IReadOnlyList<JobResult> runs) =>
        [data, method, runs.Count, Mean(runs, RareImagesBenchmark.F1), Mean(runs, RareImagesBenchmark.Macro), Mean(runs, RareImagesBenchmark.Seconds, "0")];

    private static string Mean(IReadOnlyList<JobResult> runs, string score, string format = "0.000") => runs.Any(run => run.Outcome.Failure is not null) ? "–"
        : runs.Average(run => run.Outcome.Scores[score]).ToString(format, CultureInfo.InvariantCulture);
}
