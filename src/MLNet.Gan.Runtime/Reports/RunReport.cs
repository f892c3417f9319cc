namespace MLNet.Gan.Reports;

/// <summary>A report of a run: one self-contained HTML file, or Markdown.</summary>
/// <remarks>Equal reports give equal bytes: the date and other ambient information must be added by the
/// caller.</remarks>
public sealed record RunReport
{
    /// <summary>The name of the run.</summary>
    public required string Title
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value)
            ? throw new ArgumentException("A report needs a title. Give the run a name.", nameof(Title))
            : value;
    }

    /// <summary>The summary of the run, in a paragraph.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The sections, in order.</summary>
    public required IReadOnlyList<IReportSection> Sections { get; init; }

    /// <summary>Returns a page with its pictures, data, style and script embedded, which makes no request.</summary>
    public string ToHtml() => ReportPage.Write(this);

    /// <summary>
    /// Returns GitHub-flavored Markdown, with tables of extremes for charts and captions for pictures.
    /// </summary>
    public string ToMarkdown()
    {
        var markdown = new MarkdownWriter().Heading(1, Title);
        if (Summary.Length > 0)
        {
            markdown.Paragraph(Summary);
        }

        foreach (var section in Sections)
        {
            markdown.Heading(2, section.Title);
            section.WriteMarkdown(markdown);
        }

        return markdown.ToString();
    }
}
