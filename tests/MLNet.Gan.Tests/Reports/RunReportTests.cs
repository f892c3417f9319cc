using System.Text.RegularExpressions;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed partial class RunReportTests
{
    private static readonly RunReport Report = new()
    {
        Title = "Run <1>",
        Summary = "It went \"well\" & ended.",
        Sections =
        [
            new ScoreSection { Title = "Scores", Scores = [new("FID", 8.4, "10,000 samples", IsGood: true)] },
            new ChartSection { Title = "Losses </script>", Series = [new("</script><b>", [(0, 1), (1, double.NaN)])] },
            new PictureSection { Title = "Images", Picture = new(1, 1, 1, [3]), Caption = "One" },
        ],
    };

    [TestMethod]
    public void ToHtml_TitleAndSummary_AreEscaped()
    {
        var html = Report.ToHtml();

        Assert.Contains("<title>Run &lt;1&gt;</title>", html);
        Assert.Contains("<h1>Run &lt;1&gt;</h1>", html);
        Assert.Contains("<p>It went &quot;well&quot; &amp; ended.</p>", html);
    }

    [TestMethod]
    public void ToHtml_Contents_LeadToTheSections()
    {
        var html = Report.ToHtml();

        Assert.Contains("<a href=\"#section-2\">Losses &lt;/script&gt;</a>", html);
        Assert.Contains("<section id=\"section-2\"><h2>Losses &lt;/script&gt;</h2>", html);
    }

    [TestMethod]
    public void ToHtml_Scripts_EndWhereTheyShould()
    {
        var html = Report.ToHtml();

        // One with the chart's data, uPlot, and the page's own.
        Assert.AreEqual(3, Regex.Count(html, "<script[ >]"));
        Assert.AreEqual(3, Regex.Count(html, "</script"));
        Assert.Contains("var uPlot=", html);
    }

    [TestMethod]
    public void ToHtml_AnyReport_AsksNoServer()
    {
        var html = Report.ToHtml();

        // uPlot's own first comment is the only address, and no element or style points out of the file.
        Assert.AreEqual(1, Regex.Count(html, "https?://"));
        Assert.Contains("/*! https://github.com/leeoniya/uPlot", html);
        foreach (Match reference in References().Matches(html))
        {
            Assert.IsTrue(reference.Groups[1].Value is "data:" or "#", reference.Value);
        }

        Assert.IsFalse(html.Contains("@import", StringComparison.Ordinal));
        Assert.IsFalse(html.Contains("url(", StringComparison.Ordinal));
        Assert.Contains("default-src &#39;none&#39;", html);
    }

    [TestMethod]
    public void ToHtml_WhereUPlotGoes_ItsLicenseGoes()
    {
        var html = Report.ToHtml();

        Assert.Contains("Copyright (c) 2022 Leon Sorokin", html);
        Assert.Contains("THE SOFTWARE IS PROVIDED \"AS IS\"", html);
    }

    [TestMethod]
    public void ToHtml_Twice_IsTheSame() => Assert.AreEqual(Report.ToHtml(), Report.ToHtml());

    [TestMethod]
    public void ToHtml_WithoutSections_IsStillAPage() =>
        Assert.Contains("<main></main>", (Report with { Sections = [] }).ToHtml());

    [TestMethod]
    public void ToMarkdown_Report_HasEverySection() => Assert.AreEqual(
        """
        # Run \<1\>

        It went "well" \& ended.

        ## Scores

        | Score | Value | Judgement | Note |
        | --- | --: | --- | --- |
        | FID | 8.4 | good | 10,000 samples |

        ## Losses \</script\>

        | Series | First step | Last step | Minimum | Maximum | Last |
        | --- | --: | --: | --: | --: | --: |
        | \</script\>\<b\> | 0 | 0 | 1 | 1 | 1 |

        ## Images

        Picture, 1 × 1: One

        """,
        Report.ToMarkdown());

    [TestMethod]
    public void Title_Empty_AsksForOne()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => _ = Report with { Title = " " });

        Assert.AreEqual("Title", error.ParamName);
        Assert.Contains("needs a title", error.Message);
    }

    [GeneratedRegex("(?:src|href)=\"(data:|#|[^\"]{0,40})")]
    private static partial Regex References();
}
