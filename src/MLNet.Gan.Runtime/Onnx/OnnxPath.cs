namespace MLNet.Gan;

/// <summary>Opens ONNX files by path, with errors that name the file.</summary>
internal static class OnnxPath
{
    /// <summary>Reads a file, with the weights that lie in files beside it, and opens what is in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="open">Opens its bytes, which depend on no other file.</param>
    /// <exception cref="FileNotFoundException">
    /// There is no such file, it is a folder, or a file of its weights is missing.
    /// </exception>
    /// <exception cref="FormatException">The bytes cannot be opened, or its weights lie outside of its folder.</exception>
    public static T Open<T>(string path, Func<byte[], T> open)
    {
        if (Directory.Exists(path))
            throw new FileNotFoundException($"'{path}' is a folder. Give the path of an ONNX file.", path);
        var bytes = File.ReadAllBytes(path);
        try
        {
            return open(ExternalWeights.Embed(bytes, path));
        }
        catch (FormatException damage)
        {
            throw new FormatException(
                FileContent.Of(bytes) is { } content
                    ? $"'{path}' is {content.Is}, not an ONNX model. {content.Do}"
                    : $"'{path}' cannot be loaded. {damage.Message}",
                damage);
        }
    }
}
