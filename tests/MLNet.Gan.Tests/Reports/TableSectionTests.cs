using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed class TableSectionTests
{
    [TestMethod]
    public void WriteHtml_WithHostileCells_EscapesThem()
    {
        var html = Html(new() { Title = "t", Columns = ["<b>"], Rows = [["<i>"]] });

        Assert.Contains("<th scope=\"col\" class=\"t\">&lt;b&gt;</th>", html);
        Assert.Contains("<td class=\"t\">&lt;i&gt;</td>", html);
    }

    [TestMethod]
    public void WriteHtml_ColumnOfNumbers_StandsRightWithItsHead()
    {
        var html = Html(new() { Title = "t", Columns = ["n"], Rows = [[1.5]] });

        Assert.Contains("<th scope=\"col\" class=\"n\">n</th>", html);
        Assert.Contains("<td class=\"n\">1.5</td>", html);
    }

    [TestMethod]
    public void OfPairs_NamesTheRows()
    {
        var html = Html(TableSection.OfPairs("t", [("Seed", 7)]));

        Assert.IsFalse(html.Contains("<thead>", StringComparison.Ordinal));
        Assert.Contains("<th scope=\"row\">Seed</th>", html);
        Assert.Contains("7</td>", html);
    }

    [TestMethod]
    public void WriteHtml_WithAShortRow_NamesRowAndTable()
    {
        var section = new TableSection { Title = "Timings", Columns = ["a", "b"], Rows = [[1, 2], [3]] };

        var error = Assert.ThrowsExactly<InvalidOperationException>(() => section.WriteHtml(new()));
        Assert.ThrowsExactly<InvalidOperationException>(() => section.WriteMarkdown(new()));

        Assert.Contains("Row 1 of the table 'Timings' has 1 cells, but 2 are needed", error.Message);
    }

    private static string Html(TableSection section)
    {
        var html = new HtmlWriter();
        section.WriteHtml(html);
        return html.ToString();
    }
}
