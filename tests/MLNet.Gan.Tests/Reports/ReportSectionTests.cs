using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

/// <summary>What holds for every kind of section.</summary>
[TestClass]
public sealed class ReportSectionTests
{
    private const string Hostile = "<img src=x onerror=\"alert(1)\">|'</pre></script>";

    private static readonly Picture Pixel = new(1, 1, 1, [9]);

    private static IEnumerable<IReportSection> Sections =>
    [
        new ChartSection { Title = Hostile, XLabel = Hostile, YLabel = Hostile, Series = [new(Hostile, [(0, 1)])] },
        new FindingSection { Title = Hostile, Findings = [new(Hostile, Hostile, IsSerious: true)] },
        new FindingSection { Title = Hostile, Findings = [], WhenEmpty = Hostile },
        new GallerySection { Title = Hostile, Pictures = [new(Pixel, Hostile)] },
        new PictureSection { Title = Hostile, Picture = Pixel, Caption = Hostile },
        new ScoreSection { Title = Hostile, Scores = [new(Hostile, Hostile, Hostile, IsGood: false)] },
        new TableSection { Title = Hostile, Columns = [Hostile], Rows = [[Hostile]] },
        new TextSection { Title = Hostile, Text = Hostile },
    ];

    [TestMethod]
    public void Sections_InThisTest_AreAllThatExist() => CollectionAssert.AreEquivalent(
        typeof(IReportSection).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IReportSection))).ToArray(),
        Sections.Select(section => section.GetType()).Distinct().ToArray());

    [TestMethod]
    [DynamicData(nameof(Sections))]
    public void WriteHtml_HostileText_IsEscaped(IReportSection section)
    {
        var html = new HtmlWriter();

        section.WriteHtml(html);

        Assert.IsFalse(html.ToString().Contains("<img src=x", StringComparison.Ordinal));
        Assert.IsFalse(html.ToString().Contains("\"alert", StringComparison.Ordinal));
        Assert.Contains("onerror=", html.ToString());
    }

    [TestMethod]
    [DynamicData(nameof(Sections))]
    public void WriteHtml_Finished_LeavesNothingOpen(IReportSection section)
    {
        var html = new HtmlWriter();

        section.WriteHtml(html);

        Assert.ThrowsExactly<InvalidOperationException>(() => html.Close());
    }

    [TestMethod]
    [DynamicData(nameof(Sections))]
    public void WriteMarkdown_HostileText_IsEscapedUnlessItIsCode(IReportSection section)
    {
        var markdown = new MarkdownWriter();

        section.WriteMarkdown(markdown);

        Assert.AreEqual(section is TextSection, markdown.ToString().Contains(Hostile, StringComparison.Ordinal));
        Assert.Contains("onerror", markdown.ToString());
    }

    [TestMethod]
    public void PictureSection_OnThePage_CarriesThePng()
    {
        var html = new HtmlWriter();

        new PictureSection { Title = "t", Picture = Pixel, Caption = "One pixel" }.WriteHtml(html);

        Assert.Contains(
            $"<img src=\"data:image/png;base64,{Encoded(Pixel)}\" width=\"1\" height=\"1\" alt=\"One pixel\">",
            html.ToString());
        Assert.Contains("<figcaption>One pixel</figcaption>", html.ToString());
    }

    [TestMethod]
    [DataRow(true, "<span class=\"rating good\">good</span>")]
    [DataRow(false, "<span class=\"rating poor\">poor</span>")]
    public void ScoreSection_Judged_SaysItInAWord(bool isGood, string expected)
    {
        var html = new HtmlWriter();

        new ScoreSection { Title = "t", Scores = [new("FID", 8.4, IsGood: isGood)] }.WriteHtml(html);

        Assert.Contains(expected, html.ToString());
    }

    [TestMethod]
    public void ScoreSection_NotJudged_HasNoVerdict()
    {
        var html = new HtmlWriter();

        new ScoreSection { Title = "t", Scores = [new("FID", 8.4)] }.WriteHtml(html);

        Assert.IsFalse(html.ToString().Contains("rating", StringComparison.Ordinal));
    }

    // A '+' of Base64 is escaped in an attribute.
    private static string Encoded(Picture picture) => System.Net.WebUtility.HtmlEncode(
        Convert.ToBase64String(picture.ToPng()));
}
