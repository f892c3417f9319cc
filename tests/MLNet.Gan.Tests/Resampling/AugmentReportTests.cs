namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class AugmentReportTests
{
    private static readonly AugmentResult Result = new()
    {
        Method = new Smote(), RealRows = new Dictionary<string, int> { ["few"] = 10, ["many"] = 1_200 }, AddedRows = new Dictionary<string, int> { ["few"] = 30 },
    };

    private static readonly ResamplingComparison Comparison = new()
    {
        ScoreName = "macro F1", Folds = 5, Repeats = 3, Unchanged = 0.5,
        Candidates =
        [
            new(new Smote()) { Mean = 0.625, Difference = new(0.0625, 0.1875, 0.975) }, new(new ClassWeights()) { Problem = "The trainer reads no weights." },
        ],
    };

    [TestMethod]
    public void Report_HasTheSummaryAndTheRowsOfEachClass()
    {
        var markdown = Result.Report("Soil").ToMarkdown();

        Assert.StartsWith("# Soil", markdown);
        Assert.Contains(Result.Summary, markdown);
        Assert.Contains("| class | real rows | added rows | weight of a row |", markdown);
        Assert.IsLessThan(markdown.IndexOf("| few | 10 | 30 | 1 |", StringComparison.Ordinal), markdown.IndexOf("| many | 1,200 | 0 | 1 |", StringComparison.Ordinal));
        Assert.DoesNotContain("Compared", markdown);
    }

    [TestMethod]
    public void Report_OfWeights_HasThem()
    {
        var weighted = Result with { AddedRows = new Dictionary<string, int>(), Weights = new Dictionary<string, double> { ["few"] = 120 } };

        var markdown = weighted.Report("Soil").ToMarkdown();

        Assert.Contains("| few | 10 | 0 | 120 |", markdown);
        Assert.Contains("| many | 1,200 | 0 | 1 |", markdown);
    }

    [TestMethod]
    public void Report_OfAComparison_HasEachCandidate()
    {
        var report = (Result with { Comparison = Comparison }).Report("Soil");

        var markdown = report.ToMarkdown();
        Assert.Contains("## Compared by macro F1, in 5-fold cross-validation, 3 times", markdown);
        Assert.Contains("| none | 0.5 | ", markdown);
        Assert.Contains("| Smote | 0.625 | 0.125 | 0.0625 | 0.1875 | 0.975 | ", markdown);
        Assert.Contains("| ClassWeights |", markdown);
        Assert.Contains("The trainer reads no weights.", markdown);
        Assert.Contains("<h1>Soil</h1>", report.ToHtml());
    }
}
