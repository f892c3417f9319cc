namespace MLNet.Gan.Tool.Progress;

/// <summary>Checks that a file can be written, before the work whose result it is to hold.</summary>
internal static class OutputFile
{
    /// <summary>Checks a path; nothing of it is left behind.</summary>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Check(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"'{path}' cannot be written, since it is a folder. Name a file.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException(
                $"'{path}' cannot be written: there is no folder '{folder}'. Create it first, or check the path.");
        try
        {
            var trial = Path.Combine(folder, Path.GetRandomFileName());
            new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{path}' cannot be written: {e.Message} Choose another folder, or change its permissions.", e);
        }
    }
}
