using System.Text.Json;

namespace MLNet.Gan.Reports;

/// <summary>A line chart over a common x axis, drawn by uPlot; hovering shows values, and dragging zooms.</summary>
public sealed record ChartSection : IReportSection
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>The label of the x axis.</summary>
    public string XLabel { get; init; } = "step";

    /// <summary>The label of the y axis; may be empty.</summary>
    public string YLabel { get; init; } = "";

    /// <summary>The lines; at least one.</summary>
    public required IReadOnlyList<ChartSeries> Series
    {
        get;
        init => field = value is { Count: > 0 }
            ? value
            : throw new ArgumentException(
                "A chart needs at least one series. Give one or leave the chart out.", nameof(Series));
    }

    /// <summary>Vertical lines, such as findings; default none.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init => field = value ?? throw new ArgumentNullException(nameof(Marks)); } = [];

    /// <summary>Whether the y axis is logarithmic, where values of 0 or less are gaps.</summary>
    public bool LogY { get; init; }

    /// <inheritdoc/>
    public void WriteHtml(HtmlWriter html)
    {
        html.Open("figure", ("class", "chart"), ("role", "img"), ("aria-label", Describe()));
        html.Element("noscript", "This chart is drawn by JavaScript, which is switched off here.");
        html.Json(WriteJson);
        html.Close();
    }

    /// <inheritdoc/>
    public void WriteMarkdown(MarkdownWriter markdown) => markdown.Table(
        ["Series", $"First {XLabel}", $"Last {XLabel}", "Minimum", "Maximum", "Last"],
        [.. Series.Select(Summarize)]);

    private static IReadOnlyList<ReportValue> Summarize(ChartSeries series)
    {
        var points = series.Points.Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)).OrderBy(p => p.X).ToArray();
        return points.Length == 0
            ? [series.Name, "", "", "", "", ""]
            : [series.Name, points[0].X, points[^1].X, points.Min(p => p.Y), points.Max(p => p.Y), points[^1].Y];
    }

    private string Describe() => $"{Title}: {string.Join(", ", Series.Select(s => s.Name))} over {XLabel}";

    private void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("x", XLabel);
        json.WriteString("y", YLabel);
        json.WriteBoolean("log", LogY);
        json.WriteStartArray("marks");
        foreach (var mark in Marks.Where(mark => double.IsFinite(mark.X)))
        {
            json.WriteStartObject();
            json.WriteNumber("x", mark.X);
            json.WriteString("label", mark.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("series");
        foreach (var series in Series)
        {
            var points = series.Points.Where(p => double.IsFinite(p.X)).ToArray();
            json.WriteStartObject();
            json.WriteString("name", series.Name);
            WriteNumbers(json, "x", points.Select(p => p.X));
            WriteNumbers(json, "y", points.Select(p => LogY && p.Y <= 0 ? double.NaN : p.Y));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            if (double.IsFinite(number))
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }
}
