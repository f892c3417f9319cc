namespace MLNet.Gan.Tool.Tables;

/// <summary>Reads where the rows of a table's text begin and end, with the rules of ML.NET's loader.</summary>
/// <param name="reader">The text.</param>
/// <param name="separator">What stands between two values.</param>
/// <param name="path">Its file, for messages.</param>
internal sealed class TableRecords(StreamReader reader, char separator, string path)
{
    private int _line = 1;
    private bool _isFirst = true;

    /// <summary>Returns the next row; null at the end.</summary>
    /// <exception cref="FormatException">There is text behind a quoted value, or a quote is not closed.</exception>
    public TableRecord? Next()
    {
        if (reader.Peek() < 0)
            return null;
        var (start, opened, isComment) = (_line, 0, reader.Peek() == '#' && _isFirst);
        var (values, length, isQuoted, wasQuoted, isStart, previous) = (1, 0, false, false, true, '\0');
        var others = new int[TableRecord.Separators.Length];
        while (reader.Read() is >= 0 and var code)
        {
            var character = (char)code;
            var isLineEnd = character is '\n' or '\r';
            if (character == '\r' && reader.Peek() == '\n')
                reader.Read();
            if (isLineEnd)
                _line++;
            if (isQuoted)
            {
                if (character == '"' && reader.Peek() == '"')
                    reader.Read();
                else if (character == '"')
                    (isQuoted, wasQuoted) = (false, true);
                continue;
            }

            if (isLineEnd)
                break;
            isComment |= length == 1 && previous == '/' && character == '/' && values == 1;
            if (TableRecord.Separators.IndexOf(character) is >= 0 and var other)
                others[other]++;
            if (character == separator)
                (values, isStart, wasQuoted) = (values + 1, true, false);
            else if (wasQuoted && character != ' ')
                throw BehindQuote(character);
            else if (character == '"' && isStart)
                (isQuoted, opened) = (true, _line);
            else
                isStart &= character == ' ';
            (length, previous) = (length + 1, character);
        }

        _isFirst &= length == 0;
        return !isQuoted ? new(start, values, length == 0, isComment, others) : throw new FormatException(
            $"Line {opened} of '{path}' opens a quote that is never closed. Close it, or write a quote within quotes twice: \"\".");
    }

    private FormatException BehindQuote(char character) => TableRecord.Separators.Contains(character)
        ? new($"Line {_line} of '{path}' has '{character}' behind a quoted value. Give the separator: {TableRecord.Option(character)}.")
        : new($"Line {_line} of '{path}' has text behind a quoted value. Write a quote within quotes twice: \"\".");
}
