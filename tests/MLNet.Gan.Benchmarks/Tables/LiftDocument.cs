using System.Globalization;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Metrics;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>The part of docs/benchmarks/tables.md about a rare class.</summary>
internal static class LiftDocument
{
    // Of the test rows to the training rows; the splits of the seeds overlap.
    private const double TestShare = 0.3 / 0.7, Confidence = 0.95;

    public static MarkdownWriter AddTo(MarkdownWriter markdown, BenchmarkResults results)
    {
        string[] sets = [.. RealTable.Names.Where(name => results.Of(LiftJobs.None, name).Count > 0)];
        if (sets.Length == 0)
            return markdown;
        return markdown
            .Heading(2, "More rows of a rare class, before a classifier")
            .Paragraph("The least frequent class with at least 40 rows against all others; of it as many training rows as 5 % of the others, at least 15, and all test rows. "
                + "LightGBM is trained by ml.Gan.Augment with one method each, to equal classes. Auto is AutoResampling with its default candidates (weights, "
                + "oversampling, SMOTE-NC), which compares by PR-AUC; by F1, with MinorityF1 as its score. A dash: the method refuses the rows (SMOTE needs a number among the columns; imbalanced-learn then "
                + "takes SMOTE-N).")
            .Table(["PR-AUC on", "seeds", "rare rows", .. LiftJobs.Names.Select(Short)], [.. sets.Select(name => Row(results, name, LiftJobs.PrAuc))])
            .Table(["F1 of the rare class on", "seeds", "rare rows", .. LiftJobs.Names.Select(Short)], [.. sets.Select(name => Row(results, name, LiftJobs.F1))])
            .Paragraph(Counts(results, sets));
    }

    private static string Short(string variant) => variant[(variant.IndexOf(':', StringComparison.Ordinal) + 2)..];

    private static ReportValue[] Row(BenchmarkResults results, string data, string score) =>
    [
        data, results.Of(LiftJobs.None, data).Count, Mean(results.Of(LiftJobs.None, data), LiftJobs.RareRows)?.ToString("0", CultureInfo.InvariantCulture) ?? "–",
        .. LiftJobs.Names.Select(variant => (ReportValue)(Mean(results.Of(variant, data), score)?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–")),
    ];

    /// <summary>On how many sets the goals hold.</summary>
    private static string Counts(BenchmarkResults results, string[] sets) =>
        $"{Count(results, sets, LiftJobs.Auto, LiftJobs.PrAuc)} {Count(results, sets, LiftJobs.AutoF1, LiftJobs.F1)}";

    private static string Count(BenchmarkResults results, string[] sets, string auto, string score)
    {
        string[] known = [.. sets.Where(name => results.Of(auto, name).Count > 0)];
        if (known.Length == 0)
            return $"{Short(auto)} was not run.";
        var above = known.Count(name => Mean(results.Of(LiftJobs.Smote, name), score) is not { } smote || Mean(results.Of(auto, name), score) >= smote);
        string[] worse = [.. known.Where(name => Interval(results, name, auto, score) is { High: < 0 })];
        string[] better = [.. known.Where(name => Interval(results, name, auto, score) is { Low: > 0 })];
        var runs = known.SelectMany(name => results.Of(auto, name)).ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"{Short(auto)}: its {score} is at least SMOTE's on {above} of {known.Length} sets (a refusal counts as less). The interval of its {score} minus that of no "
                + $"resampling (95 %, paired by seed, corrected for overlapping splits) lies wholly below 0 on {worse.Length}{Named(worse)} and wholly above on "
                + $"{better.Length}{Named(better)}. It left the rows as they are in {runs.Count(run => run.Outcome.Scores.GetValueOrDefault(LiftJobs.Chosen) == 0)} of {runs.Count} runs.");
    }

    private static string Named(string[] sets) => sets.Length > 0 ? $" ({string.Join(", ", sets)})" : "";

    private static ConfidenceInterval? Interval(BenchmarkResults results, string data, string auto, string score)
    {
        var none = results.Of(LiftJobs.None, data).ToDictionary(run => run.Seed, run => run.Outcome.Scores[score]);
        double[] differences = [.. results.Of(auto, data).Where(run => run.Outcome.Failure is null && none.ContainsKey(run.Seed))
            .Select(run => run.Outcome.Scores[score] - none[run.Seed])];
        return differences.Length < 2 ? null : PairedInterval.Of(differences, TestShare, Confidence);
    }

    private static double? Mean(IReadOnlyList<JobResult> runs, string score) =>
        runs.Count == 0 || runs.Any(run => run.Outcome.Failure is not null) ? null : runs.Average(run => run.Outcome.Scores[score]);
}
