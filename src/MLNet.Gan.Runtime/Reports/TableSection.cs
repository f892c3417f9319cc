namespace MLNet.Gan.Reports;

/// <summary>A table; columns of numbers are right-aligned.</summary>
public sealed record TableSection : IReportSection
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>
    /// The names of the columns. Without any, the table has no header, and the first cells are row names.
    /// </summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The cells, row by row; every row has one per column.</summary>
    public required IReadOnlyList<IReadOnlyList<ReportValue>> Rows { get; init; }

    /// <summary>Creates a table of names and values.</summary>
    public static TableSection OfPairs(string title, IEnumerable<(string Name, ReportValue Value)> pairs) =>
        new() { Title = title, Rows = [.. pairs.Select(IReadOnlyList<ReportValue> (pair) => [pair.Name, pair.Value])] };

    /// <inheritdoc/>
    public void WriteHtml(HtmlWriter html)
    {
        RequireFullRows();
        html.Open("div", ("class", "scroll")).Open("table");
        if (Columns.Count > 0)
        {
            html.Open("thead").Open("tr");
            for (var i = 0; i < Columns.Count; i++)
            {
                var alignment = TableColumns.IsNumeric(Rows, i) ? "n" : "t";
                html.Element("th", Columns[i], ("scope", "col"), ("class", alignment));
            }

            html.Close().Close();
        }

        html.Open("tbody");
        foreach (var row in Rows)
        {
            html.Open("tr");
            for (var i = 0; i < row.Count; i++)
            {
                WriteCell(html, row[i], isName: i == 0 && Columns.Count == 0);
            }

            html.Close();
        }

        html.Close().Close().Close();
    }

    /// <inheritdoc/>
    public void WriteMarkdown(MarkdownWriter markdown)
    {
        RequireFullRows();
        markdown.Table(Columns, Rows);
    }

    private static void WriteCell(HtmlWriter html, ReportValue cell, bool isName)
    {
        if (isName)
        {
            html.Element("th", cell.Text, ("scope", "row"));
        }
        else
        {
            html.Element("td", cell.Text, ("class", cell.IsNumber ? "n" : "t"));
        }
    }

    private void RequireFullRows()
    {
        var width = Columns.Count > 0 ? Columns.Count : Rows.Count > 0 ? Rows[0].Count : 0;
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Count != width)
            {
                throw new InvalidOperationException(
                    $"Row {i} of the table '{Title}' has {Rows[i].Count} cells, but {width} are needed, one a column.");
            }
        }
    }
}
