using MLNet.Gan.Reports;

namespace MLNet.Gan.Metrics;

/// <summary>Writes the quality of a table as text.</summary>
internal static class TableQualityText
{
    /// <summary>The verdict, the values, the columns and the reasons for doubt, in Markdown.</summary>
    public static string Of(TableQuality quality)
    {
        var text = new MarkdownWriter()
            .Paragraph(string.Join(" ", quality.Verdict))
            .Table(["value", "synthetic rows", "holdout rows", "interval"], [.. TableQualityRows.Values(quality)])
            .Table(TableQualityRows.ColumnNames, [.. TableQualityRows.Columns(quality)]);
        if (quality.Warnings.Count > 0)
            text.List(quality.Warnings.Select(warning => warning.Message));
        return text.ToString();
    }
}
