namespace MLNet.Gan.Reports;

/// <summary>The HTML page of a report: head, title, table of contents, style, sections and script.</summary>
internal static class ReportPage
{
    // With this policy the browser refuses all requests, whatever a section contains.
    private const string Policy =
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    public static string Write(RunReport report)
    {
        var html = new HtmlWriter();
        html.Verbatim("<!DOCTYPE html>\n").Open("html", ("lang", "en"));
        WriteHead(html, report.Title);
        html.Open("body").Open("header").Element("h1", report.Title);
        if (report.Summary.Length > 0)
        {
            html.Element("p", report.Summary);
        }

        html.Close().Open("div", ("class", "page"));
        WriteContents(html, report.Sections);
        WriteSections(html, report.Sections);
        html.Close();
        html.Open("script").Verbatim(PageAssets.ChartScript).Close();
        html.Open("script").Verbatim(PageAssets.Script).Close();
        return html.Close().Close().ToString();
    }

    private static void WriteHead(HtmlWriter html, string title)
    {
        html.Verbatim($"<!--\nThe charts are drawn by uPlot.\n\n{PageAssets.ChartLicense}\n-->\n");
        html.Open("head").Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("link", ("rel", "icon"), ("href", "data:,"));
        html.Element("title", title);
        html.Open("style").Verbatim(PageAssets.ChartStyle).Verbatim(PageAssets.Style).Close();
        html.Close();
    }

    private static void WriteContents(HtmlWriter html, IReadOnlyList<IReportSection> sections)
    {
        html.Open("nav", ("aria-label", "Contents")).Open("ol");
        for (var i = 0; i < sections.Count; i++)
        {
            html.Open("li").Element("a", sections[i].Title, ("href", $"#{Anchor(i)}")).Close();
        }

        html.Close().Close();
    }

    private static void WriteSections(HtmlWriter html, IReadOnlyList<IReportSection> sections)
    {
        html.Open("main");
        for (var i = 0; i < sections.Count; i++)
        {
            html.Open("section", ("id", Anchor(i))).Element("h2", sections[i].Title);
            sections[i].WriteHtml(html);
            html.Close();
        }

        html.Close();
    }

    private static string Anchor(int index) => FormattableString.Invariant($"section-{index + 1}");
}
