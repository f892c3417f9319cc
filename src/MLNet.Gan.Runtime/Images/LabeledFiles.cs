namespace MLNet.Gan;

/// <summary>The images of a folder and, if they lie in folders of classes, their classes.</summary>
/// <param name="Paths">The files.</param>
/// <param name="Classes">The names of the classes, in ordinal order; empty without.</param>
/// <param name="Labels">The class of each file; empty without.</param>
internal sealed record LabeledFiles(
    IReadOnlyList<string> Paths, IReadOnlyList<string> Classes, IReadOnlyList<int> Labels)
{
    /// <summary>Returns the images with their classes.</summary>
    /// <param name="listing">The files of the folder; a class whose images are all left out keeps its number.</param>
    /// <param name="hasLabels">Whether the folders in it, if any, are classes.</param>
    /// <exception cref="FormatException">Some lie in folders of classes and some do not.</exception>
    public static LabeledFiles Of(FolderListing listing, bool hasLabels)
    {
        var files = listing.Images.Select(path => (Path: path, Parts: Parts(listing.Folder, path))).ToList();
        if (!hasLabels || files.TrueForAll(file => file.Parts.Length == 1))
            return new(listing.Images, [], []);

        var classes = listing.Subfolders.ToList();
        if (files.Find(file => file.Parts.Length == 1).Path is { } stray)
            throw new FormatException(
                $"The image '{stray}' lies in no folder of a class, but others lie in '{files.Find(file => file.Parts.Length > 1).Parts[0]}'. Move it into one, "
                    + $"or set {nameof(ImageFolderOptions.LabelColumnName)} to null to read all images without classes.");
        return new(
            [.. files.Select(file => file.Path)], classes, [.. files.Select(file => classes.IndexOf(file.Parts[0]))]);
    }

    private static string[] Parts(string folder, string path) =>
        Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar);
}
