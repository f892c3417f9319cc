namespace MLNet.Gan;

/// <summary>The folder of an ONNX model, in which the files of its weights must lie.</summary>
/// <param name="path">The model's file.</param>
internal sealed class ModelFolder(string path)
{
    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>Returns a file that the model names.</summary>
    /// <param name="location">The path relative to the folder.</param>
    /// <exception cref="FormatException">It is outside of the folder.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public FileInfo Find(string location)
    {
        var parts = location.Split('/', '\\');
        if (parts.Contains("..") || parts[0].Length == 0 || parts[0].Contains(':') || Path.IsPathRooted(location))
            throw Outside(location);
        var file = new FileInfo(Path.Combine(_folder, Path.Combine(parts)));
        if (!file.Exists)
            throw new FileNotFoundException(
                $"'{path}' has weights in the file '{location}', which is not beside it: there is no '{file.FullName}'. Copy "
                    + "both files, without renaming that one, or export the model as one file: "
                    + "torch.onnx.export(…, external_data=False).", file.FullName);

        // Links beside the model, as of a download cache, may lead to where the model itself is linked to.
        var real = RealPath(file.FullName);
        return IsIn(real, RealPath(_folder)) || IsIn(real, Path.GetDirectoryName(RealPath(Path.GetFullPath(path)))!)
            ? new FileInfo(real)
            : throw Outside(location);
    }

    private static FormatException Outside(string location) => new(
        $"It has weights in the file '{location}', which is outside of the model's folder and so is not opened. Copy the "
            + "file beside the model, and export or save the model with that name.");

    private static bool IsIn(string file, string folder) =>
        file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Returns a path with all links in it followed.</summary>
    private static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;
        var resolved = Path.Combine(RealPath(parent), Path.GetFileName(path));
        FileSystemInfo info = Directory.Exists(resolved) ? new DirectoryInfo(resolved) : new FileInfo(resolved);
        return info.ResolveLinkTarget(returnFinalTarget: true) is { } target && target.FullName != resolved
            ? RealPath(target.FullName)
            : resolved;
    }
}
