namespace MLNet.Gan.Reports;

/// <summary>A picture with a caption.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Caption">The description of the picture, also its alternative text.</param>
public sealed record CaptionedPicture(Picture Picture, string Caption)
{
    internal void WriteHtml(HtmlWriter html) => html
        .Open("figure", ("class", "picture"))
        .Void("img",
            ("src", $"data:image/png;base64,{Convert.ToBase64String(Picture.ToPng())}"),
            ("width", FormattableString.Invariant($"{Picture.Width}")),
            ("height", FormattableString.Invariant($"{Picture.Height}")),
            ("alt", Caption))
        .Element("figcaption", Caption)
        .Close();

    internal void WriteMarkdown(MarkdownWriter markdown) =>
        markdown.Paragraph($"Picture, {Picture.Width} × {Picture.Height}: {Caption}");
}
