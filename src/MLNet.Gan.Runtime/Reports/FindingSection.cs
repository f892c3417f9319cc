namespace MLNet.Gan.Reports;

/// <summary>The findings of the monitors, in order.</summary>
public sealed record FindingSection : IReportSection
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>A sentence before the findings; empty for none.</summary>
    public string Lead { get; init; } = "";

    /// <summary>The findings; may be empty.</summary>
    public required IReadOnlyList<ReportFinding> Findings { get; init; }

    /// <summary>The text when there are no findings.</summary>
    public string WhenEmpty { get; init; } = "Nothing to report.";

    /// <inheritdoc/>
    public void WriteHtml(HtmlWriter html)
    {
        if (Lead.Length > 0)
        {
            html.Element("p", Lead, ("class", "lead"));
        }

        if (Findings.Count == 0)
        {
            html.Element("p", WhenEmpty, ("class", "empty"));
            return;
        }

        html.Open("ul", ("class", "findings"));
        foreach (var finding in Findings)
        {
            html.Open("li", ("class", finding.IsSerious ? "serious" : "minor"));
            html.Element("span", finding.Place, ("class", "place")).Open("span");
            if (finding.IsSerious)
            {
                html.Element("strong", "Serious. ");
            }

            html.Text(finding.Text).Close().Close();
        }

        html.Close();
    }

    /// <inheritdoc/>
    public void WriteMarkdown(MarkdownWriter markdown)
    {
        if (Lead.Length > 0)
        {
            markdown.Paragraph(Lead);
        }

        if (Findings.Count == 0)
        {
            markdown.Paragraph(WhenEmpty);
        }
        else
        {
            markdown.List(Findings.Select(Line));
        }
    }

    private static string Line(ReportFinding finding)
    {
        var judgement = finding.IsSerious ? "Serious. " : "";
        var place = finding.Place.Length > 0 ? $"{finding.Place}: " : "";
        return judgement + place + finding.Text;
    }
}
