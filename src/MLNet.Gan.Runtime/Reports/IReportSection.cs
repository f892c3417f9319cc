namespace MLNet.Gan.Reports;

/// <summary>One part of a report, which knows how it looks in HTML and in Markdown.</summary>
/// <remarks>The report itself writes the heading; a section writes what stands under it.</remarks>
public interface IReportSection
{
    /// <summary>The heading.</summary>
    string Title { get; }

    /// <summary>Writes what stands under the heading on the page.</summary>
    void WriteHtml(HtmlWriter html);

    /// <summary>Writes what stands under the heading in Markdown.</summary>
    void WriteMarkdown(MarkdownWriter markdown);
}
