namespace MLNet.Gan.Metrics;

/// <summary>Reads files of weights from untrusted sources, up to a maximal size; errors name the file.</summary>
internal static class WeightFile
{
    /// <summary>The maximal size of a file in bytes: the largest known one has 96 MB.</summary>
    public const int MostBytes = 1 << 28;

    /// <summary>The maximal number of values of a file: Inception has 24 million.</summary>
    public const int MostValues = 1 << 26;

    /// <summary>Parses a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">The expected content, for messages.</param>
    /// <param name="parse">The parser, whose <see cref="FormatException"/>s have a whole sentence as message.</param>
    /// <exception cref="FormatException">The file is damaged, malicious or something else.</exception>
    public static T Read<T>(string path, string kind, Func<byte[], T> parse)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return parse(Bytes(path));
        }
        catch (FormatException damage) when (FileContent.OfFile(path) is { } content && content != FileContent.Torch
            && content != FileContent.Archive && content != FileContent.Pickle) // The readers say what such a file lacks.
        {
            throw new FormatException($"'{path}' is {content.Is}, not {kind}. {content.Do}", damage);
        }
        catch (FormatException damage)
        {
            throw new FormatException(
                $"'{path}' cannot be read as {kind}. {damage.Message} Fetch the file again from where it is published.",
                damage);
        }
    }

    /// <summary>Returns the bytes of a file.</summary>
    /// <exception cref="FormatException">They are too many.</exception>
    public static byte[] Bytes(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > MostBytes)
            throw new FormatException($"It has {file.Length} bytes, more than the {MostBytes} that are read at most.");

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
