namespace MLNet.Gan.Reports;

/// <summary>The main results, as tiles with large numbers.</summary>
public sealed record ScoreSection : IReportSection
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>The results, the most important first.</summary>
    public required IReadOnlyList<ReportScore> Scores { get; init; }

    /// <inheritdoc/>
    public void WriteHtml(HtmlWriter html)
    {
        html.Open("div", ("class", "scores"));
        foreach (var score in Scores)
        {
            html.Open("div", ("class", "score"));
            html.Open("div", ("class", "label")).Element("span", score.Label);
            if (score.IsGood is not null)
            {
                html.Element("span", score.Rating, ("class", $"rating {score.Rating}"));
            }

            html.Close().Element("div", score.Value.Text, ("class", "value"));
            html.Element("div", score.Note, ("class", "note")).Close();
        }

        html.Close();
    }

    /// <inheritdoc/>
    public void WriteMarkdown(MarkdownWriter markdown) => markdown.Table(
        ["Score", "Value", "Judgement", "Note"],
        [.. Scores.Select(IReadOnlyList<ReportValue> (score) =>
            [score.Label, score.Value, score.Rating, score.Note])]);
}
