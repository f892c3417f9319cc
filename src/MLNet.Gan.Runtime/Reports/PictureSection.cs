namespace MLNet.Gan.Reports;

/// <summary>A picture with a caption, at its own width or the page's if that is smaller.</summary>
public sealed record PictureSection : IReportSection
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>The picture, which is embedded in the page.</summary>
    public required Picture Picture { get; init; }

    /// <summary>The description of the picture.</summary>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public void WriteHtml(HtmlWriter html) => new CaptionedPicture(Picture, Caption).WriteHtml(html);

    /// <inheritdoc/>
    public void WriteMarkdown(MarkdownWriter markdown) =>
        new CaptionedPicture(Picture, Caption).WriteMarkdown(markdown);
}
