namespace MLNet.Gan.Metrics;

/// <summary>A file of weights from anywhere: read whole, but only up to a size, and refused with its name.</summary>
internal static class WeightFile
{
    /// <summary>The longest file that is read, in bytes: the largest known one has 96 MB.</summary>
    public const int MostBytes = 1 << 28;

    /// <summary>The most values that one file may give: Inception has 24 million.</summary>
    public const int MostValues = 1 << 26;

    /// <summary>What a parser makes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it should be, for messages.</param>
    /// <param name="parse">The parser, whose <see cref="FormatException"/>s say what is wrong in a sentence.</param>
    /// <exception cref="FormatException">The file is damaged, hostile or something else.</exception>
    public static T Read<T>(string path, string kind, Func<byte[], T> parse)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return parse(Bytes(path));
        }
        catch (FormatException damage)
        {
            throw new FormatException(
                $"'{path}' cannot be read as {kind}. {damage.Message} Fetch the file again from where it is published.",
                damage);
        }
    }

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="FormatException">They are too many.</exception>
    public static byte[] Bytes(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > MostBytes)
            throw new FormatException($"It has {file.Length} bytes, and more than {MostBytes} are never read.");

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
