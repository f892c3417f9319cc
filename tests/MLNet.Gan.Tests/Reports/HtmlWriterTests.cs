using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed class HtmlWriterTests
{
    [TestMethod]
    public void Text_WithMarkup_IsEscaped() => Assert.AreEqual(
        "&lt;script&gt;&amp;&quot;&#39;", new HtmlWriter().Text("<script>&\"'").ToString());

    [TestMethod]
    public void Element_WithHostileAttribute_StaysInItsQuotes() => Assert.AreEqual(
        "<p title=\"&quot; onclick=&quot;x\">a</p>\n",
        new HtmlWriter().Element("p", "a", ("title", "\" onclick=\"x")).ToString());

    [TestMethod]
    public void Close_Nested_EndsTheInnermostElement() => Assert.AreEqual(
        "<div><p></p>\n</div>\n", new HtmlWriter().Open("div").Open("p").Close().Close().ToString());

    [TestMethod]
    public void Close_WithNothingOpen_SaysSo()
    {
        var error = Assert.ThrowsExactly<InvalidOperationException>(() => new HtmlWriter().Close());

        Assert.Contains("no open element", error.Message);
    }

    [TestMethod]
    public void Json_WithTheEndOfAScript_CannotEndIt()
    {
        var html = new HtmlWriter().Json(json => json.WriteStringValue("</script><script>")).ToString();

        Assert.AreEqual(
            "<script type=\"application/json\">\"\\u003C/script\\u003E\\u003Cscript\\u003E\"</script>\n", html);
    }
}
