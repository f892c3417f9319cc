using System.Globalization;
using System.Text;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Reporting;

/// <summary>A benchmark's document: what every one has, and Markdown in between.</summary>
internal sealed class BenchmarkDocument
{
    private readonly BenchmarkResults _results;
    private readonly StringBuilder _text = new();

    /// <summary>Begins with the title and where the numbers come from.</summary>
    public BenchmarkDocument(BenchmarkResults results, string title, string question)
    {
        _results = results;
        Add(markdown => markdown.Heading(1, title).Paragraph(question));
        Raw($"Written by `{results.Command}`; do not edit.");
        Add(markdown => markdown.List(
        [
            $"Commit: {Distinct(result => result.Commit)}",
            $"Machine: {Distinct(result => result.Machine)}",
            $"Date: {Dates()} (UTC)",
            .. Warnings(),
        ]));
    }

    /// <summary>Appends what a writer of Markdown writes.</summary>
    public BenchmarkDocument Add(Func<MarkdownWriter, MarkdownWriter> write) => Raw(write(new()).ToString());

    /// <summary>Appends a picture, which it saves beside the document.</summary>
    public BenchmarkDocument Picture(string name, Picture picture, string caption)
    {
        picture.Save(Path.Combine(_results.Folder, name));
        return Raw($"![{caption}]({name})");
    }

    /// <summary>Writes the file.</summary>
    public void Save() => File.WriteAllText(_results.DocumentPath, _text.ToString());

    private BenchmarkDocument Raw(string markdown)
    {
        _text.Append(_text.Length > 0 ? "\n" : "").Append(markdown.TrimEnd('\n')).Append('\n');
        return this;
    }

    private string Distinct(Func<JobResult, string> value) => string.Join("; ", _results.All.Select(value).Distinct());

    private string Dates()
    {
        var days = _results.All.Select(result => DateOnly.FromDateTime(result.FinishedUtc)).ToList();
        var (first, last) = (Day(days.Min()), Day(days.Max()));
        return first == last ? first : $"{first} to {last}";
    }

    private IEnumerable<string> Warnings() => _results.OutdatedCount == 0
        ? []
        : [$"{_results.OutdatedCount} of the {_results.All.Count} runs had other options than the code has now."];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
