using System.Buffers;
using System.Globalization;
using System.Text;

namespace MLNet.Gan.Metrics;

/// <summary>Finds the literal that a bundled JavaScript module exports and makes JSON of it; runs nothing.</summary>
/// <remarks>It knows objects, arrays, texts in double quotes, numbers, <c>!0</c>, <c>!1</c>, <c>true</c>, <c>false</c> and
/// <c>null</c>; anything else is refused.</remarks>
internal static class JavaScriptLiteral
{
    private const string Export = ".exports=";
    private static readonly SearchValues<char> NumberParts = SearchValues.Create("0123456789.eE+-");

    /// <summary>The JSON of the object that a module exports.</summary>
    /// <exception cref="FormatException">It exports none, or one that is more than a literal.</exception>
    public static string Object(string source)
    {
        var json = new StringBuilder();
        var depth = 0;
        for (var at = Start(source, '{'); at < source.Length;)
        {
            at += Token(source.AsSpan(at), json);
            depth += json[^1] switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
            if (depth == 0)
                return json.ToString();
        }

        throw new FormatException("Its object is cut short.");
    }

    /// <summary>The text that a module exports, which has no escapes.</summary>
    /// <exception cref="FormatException">It exports none.</exception>
    public static ReadOnlySpan<char> Text(string source)
    {
        var text = source.AsSpan(Start(source, '"') + 1);
        var end = text.IndexOf('"');
        return end >= 0 ? text[..end] : throw new FormatException("Its text is cut short.");
    }

    private static int Start(string source, char first)
    {
        var export = source.IndexOf($"{Export}{first}", StringComparison.Ordinal);
        return export >= 0
            ? export + Export.Length
            : throw new FormatException($"It exports no literal that begins with {first}.");
    }

    // Writes the first token and gives its length. Whether tokens make sense in their order is for the JSON parser to say.
    private static int Token(ReadOnlySpan<char> source, StringBuilder json) => source[0] switch
    {
        '{' or '}' or '[' or ']' or ',' or ':' => Write(json, source[..1], 1),
        '"' => Quoted(source, json),
        '!' when source is ['!', '0' or '1', ..] => Write(json, source[1] == '0' ? "true" : "false", 2),
        '-' or '.' or (>= '0' and <= '9') => Number(source, json),
        '_' or '$' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Word(source, json),
        var other => throw new FormatException($"Its object has '{other}', which is no part of a literal."),
    };

    private static int Quoted(ReadOnlySpan<char> source, StringBuilder json)
    {
        for (var end = 1; end < source.Length; end++)
        {
            if (source[end] == '"')
                return Write(json, source[..(end + 1)], end + 1);

            // JSON's escapes are JavaScript's as well; the parser refuses the others.
            end += source[end] == '\\' ? 1 : 0;
        }

        throw new FormatException("Its object has a text without an end.");
    }

    private static int Number(ReadOnlySpan<char> source, StringBuilder json)
    {
        var end = source.IndexOfAnyExcept(NumberParts);
        var text = end < 0 ? source : source[..end];
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? Write(json, value.ToString("R", CultureInfo.InvariantCulture), text.Length)
            : throw new FormatException("Its object has a number that is none.");
    }

    private static int Word(ReadOnlySpan<char> source, StringBuilder json)
    {
        var end = 1;
        while (end < source.Length && (char.IsAsciiLetterOrDigit(source[end]) || source[end] is '_' or '$'))
        {
            end++;
        }

        var word = source[..end];
        if (end < source.Length && source[end] == ':')
            return Write(json, $"\"{word}\"", end);
        return word is "true" or "false" or "null"
            ? Write(json, word, end)
            : throw new FormatException($"Its object has '{word[..Math.Min(end, 100)]}', which is no literal.");
    }

    private static int Write(StringBuilder json, ReadOnlySpan<char> text, int length)
    {
        json.Append(text);
        return length;
    }
}
