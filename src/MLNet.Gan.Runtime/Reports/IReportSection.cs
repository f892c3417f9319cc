namespace MLNet.Gan.Reports;

/// <summary>A section of a report, which writes itself as HTML and as Markdown.</summary>
/// <remarks>The report writes the heading; a section writes the content under it.</remarks>
public interface IReportSection
{
    /// <summary>The heading.</summary>
    string Title { get; }

    /// <summary>Writes the content under the heading as HTML.</summary>
    void WriteHtml(HtmlWriter html);

    /// <summary>Writes the content under the heading as Markdown.</summary>
    void WriteMarkdown(MarkdownWriter markdown);
}
