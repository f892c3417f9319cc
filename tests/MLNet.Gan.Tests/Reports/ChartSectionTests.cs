using System.Text.Json;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed class ChartSectionTests
{
    [TestMethod]
    public void WriteHtml_OrdinaryPoints_EmbedsThem()
    {
        var series = FirstSeries(new() { Title = "t", Series = [new("loss", [(0, 0.5), (100, 1e-7)])] });

        Assert.AreEqual("loss", series.GetProperty("name").GetString());
        Assert.AreEqual("[0,100]", series.GetProperty("x").GetRawText());
        Assert.AreEqual("[0.5,1E-07]", series.GetProperty("y").GetRawText());
    }

    [TestMethod]
    public void WriteHtml_ValuesThatAreNotNumbers_AreGaps()
    {
        (double, double)[] points = [(0, double.NaN), (1, double.PositiveInfinity), (double.NaN, 5), (2, -3)];

        var series = FirstSeries(new() { Title = "t", Series = [new("loss", points)] });

        Assert.AreEqual("[0,1,2]", series.GetProperty("x").GetRawText());
        Assert.AreEqual("[null,null,-3]", series.GetProperty("y").GetRawText());
    }

    [TestMethod]
    public void WriteHtml_OnALogScale_LeavesOutWhatHasNoLogarithm()
    {
        var section = new ChartSection { Title = "t", LogY = true, Series = [new("norm", [(0, 0), (1, -1), (2, 8)])] };

        Assert.AreEqual("[null,null,8]", FirstSeries(section).GetProperty("y").GetRawText());
    }

    [TestMethod]
    public void WriteHtml_Marks_EmbedsThoseAtNumbers()
    {
        var section = new ChartSection
        {
            Title = "t", Series = [new("loss", [(0, 1)])], Marks = [new(200, "Odd"), new(double.NaN, "nowhere"), new(50.5, "</script>")],
        };

        var marks = Json(section).GetProperty("marks");

        Assert.AreEqual("200 Odd, 50.5 </script>", string.Join(", ", marks.EnumerateArray().Select(mark =>
            $"{mark.GetProperty("x").GetRawText()} {mark.GetProperty("label").GetString()}")));
        Assert.AreEqual(0, Json(new() { Title = "t", Series = [new("loss", [])] }).GetProperty("marks").GetArrayLength());
    }

    [TestMethod]
    public void Marks_OfNothing_AreRefused() => Assert.AreEqual("Marks", Assert.ThrowsExactly<ArgumentNullException>(
        () => _ = new ChartSection { Title = "t", Series = [new("loss", [])], Marks = null! }).ParamName);

    [TestMethod]
    public void WriteHtml_HostileNames_StayText()
    {
        const string Hostile = "</script><script>alert('x')\"\\";
        var section = new ChartSection
        {
            Title = Hostile,
            XLabel = Hostile,
            YLabel = Hostile,
            Series = [new(Hostile, [(0, 0)])],
        };

        Assert.IsFalse(Html(section).Contains("<script>", StringComparison.Ordinal));
        Assert.AreEqual(Hostile, FirstSeries(section).GetProperty("name").GetString());
    }

    [TestMethod]
    public void WriteHtml_WithoutJavaScript_SaysWhatIsMissing() => Assert.Contains(
        "<noscript>This chart is drawn by JavaScript", Html(new() { Title = "t", Series = [new("a", [])] }));

    [TestMethod]
    public void WriteMarkdown_OfASeries_TellsItsExtremes()
    {
        var markdown = new MarkdownWriter();

        new ChartSection { Title = "t", Series = [new("loss", [(2, 3), (0, 1), (1, double.NaN), (3, 2)])] }
            .WriteMarkdown(markdown);

        Assert.Contains("| loss | 0 | 3 | 1 | 3 | 2 |", markdown.ToString());
    }

    [TestMethod]
    public void Series_Empty_AsksForOne()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => _ = new ChartSection { Title = "t", Series = [] });

        Assert.AreEqual("Series", error.ParamName);
        Assert.Contains("at least one series", error.Message);
    }

    private static string Html(ChartSection section)
    {
        var html = new HtmlWriter();
        section.WriteHtml(html);
        return html.ToString();
    }

    private static JsonElement FirstSeries(ChartSection section) => Json(section).GetProperty("series")[0];

    private static JsonElement Json(ChartSection section)
    {
        var data = Html(section).Split("<script type=\"application/json\">")[1].Split("</script>")[0];
        using var json = JsonDocument.Parse(data);
        return json.RootElement.Clone();
    }
}
