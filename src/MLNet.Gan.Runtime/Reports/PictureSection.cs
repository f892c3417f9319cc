namespace MLNet.Gan.Reports;

/// <summary>One picture with a caption, as wide as it is or as the page lets it be.</summary>
public sealed record PictureSection : IReportSection
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>The picture, which the page carries inside.</summary>
    public required Picture Picture { get; init; }

    /// <summary>What it shows.</summary>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public void WriteHtml(HtmlWriter html) => new CaptionedPicture(Picture, Caption).WriteHtml(html);

    /// <inheritdoc/>
    public void WriteMarkdown(MarkdownWriter markdown) =>
        new CaptionedPicture(Picture, Caption).WriteMarkdown(markdown);
}
