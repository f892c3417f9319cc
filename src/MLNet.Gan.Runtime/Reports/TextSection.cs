namespace MLNet.Gan.Reports;

/// <summary>A preformatted text, such as the options of a run.</summary>
public sealed record TextSection : IReportSection
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <inheritdoc/>
    public void WriteHtml(HtmlWriter html) => html.Element("pre", Text, ("tabindex", "0"));

    /// <inheritdoc/>
    public void WriteMarkdown(MarkdownWriter markdown) => markdown.Code(Text);
}
