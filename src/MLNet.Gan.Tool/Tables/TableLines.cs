namespace MLNet.Gan.Tool.Tables;

/// <summary>
/// Checks the lines of a table before ML.NET's loader reads them: it fills up short ones, drops what is over in long ones and skips
/// what looks like a comment, each without a word.
/// </summary>
internal static class TableLines
{
    /// <summary>Requires as many values in every line.</summary>
    /// <returns>The number of values in a line.</returns>
    /// <exception cref="FormatException">A line has more or fewer, has text behind a quoted value, or looks like a comment.</exception>
    public static int Check(string path, char separator)
    {
        using var reader = new StreamReader(path);
        var (expected, first) = (0, 0);
        for (var line = 1; reader.Peek() >= 0;)
        {
            var (start, beginning) = (line, reader.Peek());
            var values = Record(reader, separator, ref line, path, out var isEmpty, out var isComment);
            if (isComment || (beginning == '#' && expected == 0))
                throw new FormatException(
                    $"Line {start} of '{path}' begins as a comment, which ML.NET's loader skips. Take its '//' or '#' away, or the line.");
            if (isEmpty)
                continue;
            if (expected == 0)
                (expected, first) = (values, start);
            else if (values != expected)
                throw new FormatException(
                    $"Line {start} of '{path}' has {values} values, but line {first} has {expected}. Put values that contain '{separator}' in quotes.");
        }

        return expected;
    }

    private static int Record(StreamReader reader, char separator, ref int line, string path, out bool isEmpty, out bool isComment)
    {
        var (values, length, isQuoted, wasQuoted, isStart, previous) = (1, 0, false, false, true, '\0');
        (isEmpty, isComment) = (true, false);
        while (reader.Read() is >= 0 and var code)
        {
            var character = (char)code;
            if (character == '\n')
                line++;
            if (isQuoted)
            {
                if (character == '"' && reader.Peek() == '"')
                    reader.Read();
                else if (character == '"')
                    (isQuoted, wasQuoted) = (false, true);
                continue;
            }

            if (character == '\n')
                break;
            if (character == '\r')
                continue;
            isComment |= length == 1 && previous == '/' && character == '/' && values == 1;
            isEmpty = false;
            if (character == separator)
                (values, isStart, wasQuoted) = (values + 1, true, false);
            else if (wasQuoted && character != ' ')
                throw new FormatException($"Line {line} of '{path}' has text behind a quoted value. Write a quote within quotes twice: \"\".");
            else if (character == '"' && isStart)
                isQuoted = true;
            else
                isStart &= character == ' ';
            (length, previous) = (length + 1, character);
        }

        return values;
    }
}
