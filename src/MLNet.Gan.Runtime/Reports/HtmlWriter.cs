using System.Net;
using System.Text;
using System.Text.Json;

namespace MLNet.Gan.Reports;

/// <summary>Writes HTML, escaping all texts and attribute values and closing all elements in order.</summary>
public sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; <see cref="Close"/> closes it.</summary>
    /// <param name="tag">The element's name, such as <c>div</c>; not escaped.</param>
    /// <param name="attributes">Names, which are not escaped, and values, which are.</param>
    public HtmlWriter Open(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        StartTag(tag, attributes);
        _open.Push(tag);
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public HtmlWriter Close()
    {
        if (!_open.TryPop(out var tag))
        {
            throw new InvalidOperationException("There is no open element to close. Call Close once for each Open.");
        }

        _html.Append("</").Append(tag).Append(">\n");
        return this;
    }

    /// <summary>Writes an element that contains only a text.</summary>
    /// <param name="tag">The element's name; not escaped.</param>
    /// <param name="text">The text.</param>
    /// <param name="attributes">Names, which are not escaped, and values, which are.</param>
    public HtmlWriter Element(
        string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Open(tag, attributes).Text(text).Close();

    /// <summary>Writes an element without content or end tag, such as <c>img</c>.</summary>
    /// <param name="tag">The element's name; not escaped.</param>
    /// <param name="attributes">Names, which are not escaped, and values, which are.</param>
    public HtmlWriter Void(string tag, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        StartTag(tag, attributes);

    /// <summary>Writes a text.</summary>
    public HtmlWriter Text(string text)
    {
        _html.Append(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <summary>
    /// Writes JSON data for a script of the page, escaped so that no text can end the script element.
    /// </summary>
    public HtmlWriter Json(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            // The writer's default encoder writes < as \u003C, so "</script>" cannot occur.
            write(json);
        }

        Open("script", ("type", "application/json"));
        _html.Append(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        return Close();
    }

    /// <summary>Returns the HTML written so far.</summary>
    public override string ToString() => _html.ToString();

    /// <summary>Writes HTML, CSS or script of this assembly without escaping.</summary>
    internal HtmlWriter Verbatim(string text)
    {
        _html.Append(text);
        return this;
    }

    private HtmlWriter StartTag(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _html.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            _html.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        }

        _html.Append('>');
        return this;
    }
}
