namespace MLNet.Gan.Tool.Tables;

/// <summary>
/// Checks the lines of a table before ML.NET's loader reads them: it fills up short ones, drops what is over in long ones and skips
/// what looks like a comment, each without a word.
/// </summary>
/// <param name="Columns">The number of values in a row.</param>
/// <param name="Starts">The line where each row begins, that of the header included.</param>
internal sealed record TableLines(int Columns, IReadOnlyList<int> Starts)
{
    /// <summary>Requires as many values in every row.</summary>
    /// <exception cref="FormatException">
    /// A row has more or fewer, has text behind a quoted value, an open quote, looks like a comment, or is in another encoding.
    /// </exception>
    public static TableLines Check(string path, char separator)
    {
        using var reader = TableText.Open(path);
        var records = new TableRecords(reader, separator, path);
        List<int> starts = [];
        TableRecord? first = null;
        while (records.Next() is { } record)
        {
            if (record.IsComment)
                throw new FormatException(
                    $"Line {record.Line} of '{path}' begins as a comment, which ML.NET's loader skips. Take its '//' or '#' away, or the line.");
            if (record.IsEmpty)
                continue;
            first ??= record;
            starts.Add(record.Line);
            if (record.Values != first.Values)
                throw new FormatException(
                    $"Line {record.Line} of '{path}' has {record.Values} values, but line {first.Line} has {first.Values}. "
                        + (record.BetterSeparator(first, than: separator) is { } better ? $"Give the separator: {better}."
                            : $"Put values that contain '{separator}' in quotes."));
        }

        if (first is { Values: 1 } && first.BetterSeparator(first, than: separator) is { } other)
            throw new FormatException($"'{path}' has one column, '{FirstLine(path)}'. Give the separator: {other}.");
        return new(first?.Values ?? 0, starts);
    }

    private static string? FirstLine(string path)
    {
        using var reader = new StreamReader(path);
        return reader.ReadLine();
    }
}
