using System.Text;

namespace MLNet.Gan.Reports;

/// <summary>Writes GitHub-flavored Markdown, escaping all texts.</summary>
public sealed class MarkdownWriter
{
    private const string Signs = @"\`*_[]<>|&~$#";

    private readonly StringBuilder _markdown = new();

    /// <summary>Writes a heading.</summary>
    /// <param name="level">The level, from 1, the title of the document.</param>
    /// <param name="text">The text.</param>
    public MarkdownWriter Heading(int level, string text) => Block($"{new string('#', level)} {Escape(text)}");

    /// <summary>Writes a paragraph.</summary>
    public MarkdownWriter Paragraph(string text) => Block(EscapeStart(Escape(text)));

    /// <summary>Writes a bulleted list.</summary>
    public MarkdownWriter List(IEnumerable<string> items) =>
        Block(string.Join('\n', items.Select(item => $"- {EscapeStart(Escape(item))}")));

    /// <summary>Writes a table. Without columns its header is empty.</summary>
    public MarkdownWriter Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<ReportValue>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var width = columns.Count > 0 ? columns.Count : rows.Count > 0 ? rows[0].Count : 0;
        var head = Enumerable.Range(0, width).Select(i => i < columns.Count ? columns[i] : "");
        var rules = Enumerable.Range(0, width)
            .Select(i => TableColumns.IsNumeric(rows, i) ? "--:" : "---");
        return Block(string.Join('\n', [
            Row(head.Select(Escape)),
            Row(rules),
            .. rows.Select(row => Row(row.Select(cell => Escape(cell.Text)))),
        ]));
    }

    /// <summary>Writes a preformatted text.</summary>
    public MarkdownWriter Code(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return Block($"{fence}\n{text.ReplaceLineEndings("\n").TrimEnd('\n')}\n{fence}");
    }

    /// <summary>Returns the Markdown written so far.</summary>
    public override string ToString() => _markdown.ToString();

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Escape(string text) => string.Concat(
        text.ReplaceLineEndings(" ").Select(c => Signs.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));

    /// <summary>Escapes a dash, a plus or "1.", which would start a list.</summary>
    private static string EscapeStart(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits < text.Length && (digits == 0 ? text[0] is '-' or '+' or '=' : text[digits] is '.' or ')')
            ? text.Insert(digits, "\\")
            : text;
    }

    private MarkdownWriter Block(string text)
    {
        _markdown.Append(_markdown.Length > 0 ? "\n" : "").Append(text).Append('\n');
        return this;
    }
}
