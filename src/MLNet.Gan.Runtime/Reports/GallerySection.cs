namespace MLNet.Gan.Reports;

/// <summary>Pictures side by side, such as real and generated ones, or the snapshots of a run.</summary>
public sealed record GallerySection : IReportSection
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>The pictures, from left to right; they wrap on a narrow page.</summary>
    public required IReadOnlyList<CaptionedPicture> Pictures { get; init; }

    /// <inheritdoc/>
    public void WriteHtml(HtmlWriter html)
    {
        html.Open("div", ("class", "gallery"));
        foreach (var picture in Pictures)
        {
            picture.WriteHtml(html);
        }

        html.Close();
    }

    /// <inheritdoc/>
    public void WriteMarkdown(MarkdownWriter markdown)
    {
        foreach (var picture in Pictures)
        {
            picture.WriteMarkdown(markdown);
        }
    }
}
