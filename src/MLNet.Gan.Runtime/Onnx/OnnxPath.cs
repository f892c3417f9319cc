namespace MLNet.Gan;

/// <summary>Opens ONNX files by path, with errors that name the file.</summary>
internal static class OnnxPath
{
    /// <summary>Reads a file and opens what is in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="open">Opens its bytes.</param>
    /// <exception cref="FileNotFoundException">There is no such file, or it is a folder.</exception>
    /// <exception cref="FormatException">The bytes cannot be opened.</exception>
    public static T Open<T>(string path, Func<byte[], T> open)
    {
        if (Directory.Exists(path))
            throw new FileNotFoundException($"'{path}' is a folder. Give the path of an ONNX file.", path);
        var bytes = File.ReadAllBytes(path);
        try
        {
            return open(bytes);
        }
        catch (FormatException damage)
        {
            throw new FormatException($"'{path}' cannot be loaded. {damage.Message}", damage);
        }
    }
}
