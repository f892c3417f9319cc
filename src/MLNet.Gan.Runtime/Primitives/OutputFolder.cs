namespace MLNet.Gan;

/// <summary>Checks folders before the work whose results are written to them.</summary>
internal static class OutputFolder
{
    /// <summary>Creates a folder if there is none, and writes a file to it, which is deleted.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="IOException">It cannot be created, or not be written to.</exception>
    public static void Require(string folder, string option)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.Create(Path.Combine(folder, Path.GetRandomFileName()), bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"{option} is '{folder}', which cannot be written to: {e.Message} Choose another folder, or change its permissions.", e);
        }
    }
}
