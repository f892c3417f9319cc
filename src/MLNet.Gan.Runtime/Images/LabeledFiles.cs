namespace MLNet.Gan;

/// <summary>The images of a folder and, if they lie in folders of classes, their classes.</summary>
/// <param name="Paths">The files.</param>
/// <param name="Classes">The names of the classes, in ordinal order; empty without.</param>
/// <param name="Labels">The class of each file; empty without.</param>
internal sealed record LabeledFiles(
    IReadOnlyList<string> Paths, IReadOnlyList<string> Classes, IReadOnlyList<int> Labels)
{
    /// <summary>Finds the images of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="hasLabels">Whether the folders in it, if any, are classes.</param>
    /// <param name="isRecursive">Whether folders are searched recursively.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FormatException">
    /// There is no image, or some lie in folders of classes and some do not.
    /// </exception>
    public static LabeledFiles Find(string folder, bool hasLabels, bool isRecursive)
    {
        if (!hasLabels)
            return new(ImageFolder.Files(folder, isRecursive), [], []);

        var files = ImageFolder.Files(folder).Select(path => (Path: path, Parts: Parts(folder, path)))
            .Where(file => isRecursive || file.Parts.Length <= 2).ToList();
        var classes = files.Where(file => file.Parts.Length > 1).Select(file => file.Parts[0])
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (classes.Count == 0)
            return new([.. files.Select(file => file.Path)], [], []);
        if (files.Find(file => file.Parts.Length == 1).Path is { } stray)
            throw new FormatException(
                $"The image '{stray}' lies in no folder of a class, but others lie in '{classes[0]}'. Move it into one, "
                    + $"or set {nameof(ImageFolderOptions.LabelColumnName)} to null to read all images without classes.");
        return new(
            [.. files.Select(file => file.Path)], classes, [.. files.Select(file => classes.IndexOf(file.Parts[0]))]);
    }

    private static string[] Parts(string folder, string path) =>
        Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar);
}
