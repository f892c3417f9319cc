using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed class MarkdownWriterTests
{
    [TestMethod]
    public void Table_WithPipesAndLineBreaks_KeepsItsCells() => Assert.AreEqual(
        "| a\\|b | n |\n| --- | --: |\n| x\\|y z | 1.5 |\n",
        new MarkdownWriter().Table(["a|b", "n"], [["x|y\nz", 1.5]]).ToString());

    [TestMethod]
    public void Table_WithoutColumns_HasAnEmptyHead() => Assert.AreEqual(
        "|  |  |\n| --- | --- |\n| Seed | x |\n", new MarkdownWriter().Table([], [["Seed", "x"]]).ToString());

    [TestMethod]
    public void Table_WithEmptyCellsAmongNumbers_StillAlignsThem() => Assert.AreEqual(
        "| n |\n| --: |\n| 1 |\n|  |\n", new MarkdownWriter().Table(["n"], [[1], [""]]).ToString());

    [TestMethod]
    [DataRow("a *b* _c_ `d` [e] <f>", "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\] \\<f\\>\n")]
    [DataRow("- a", "\\- a\n")]
    [DataRow("12. a", "12\\. a\n")]
    [DataRow("# a", "\\# a\n")]
    [DataRow("12", "12\n")]
    [DataRow("", "\n")]
    public void Paragraph_WithSigns_StaysText(string text, string expected) =>
        Assert.AreEqual(expected, new MarkdownWriter().Paragraph(text).ToString());

    [TestMethod]
    public void Code_WithAFenceInside_HasALongerFence() =>
        Assert.AreEqual("````\na\n```\nb\n````\n", new MarkdownWriter().Code("a\r\n```\nb\n").ToString());

    [TestMethod]
    public void Blocks_InARow_AreApartByAnEmptyLine() => Assert.AreEqual(
        "## a\n\nb\n\n- c\n- d\n", new MarkdownWriter().Heading(2, "a").Paragraph("b").List(["c", "d"]).ToString());
}
