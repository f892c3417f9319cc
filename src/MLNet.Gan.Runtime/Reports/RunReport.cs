namespace MLNet.Gan.Reports;

/// <summary>What a run did and how well, for people: one HTML file that needs no network, or Markdown.</summary>
/// <remarks>Equal reports give equal bytes: the date and whatever else belongs to the moment is the caller's to
/// add.</remarks>
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

    /// <summary>What was done and what came of it, in a paragraph.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The parts, in order.</summary>
    public required IReadOnlyList<IReportSection> Sections { get; init; }

    /// <summary>A page with its pictures, data, style and script inside, which asks no server for anything.</summary>
    public string ToHtml() => ReportPage.Write(this);

    /// <summary>GitHub's Markdown. Charts become tables of their extremes, and pictures their captions.</summary>
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
