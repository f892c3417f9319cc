namespace MLNet.Gan;

/// <summary>The files of a folder: each is an image, a problem, or counted in a note.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Images">The paths of the files to read, in ordinal order.</param>
/// <param name="Problems">Images that cannot be read, and links that lead nowhere: an error, or left out if asked.</param>
/// <param name="Notes">What else there is, in whole sentences.</param>
internal sealed record FolderListing(
    string Folder, IReadOnlyList<string> Images, IReadOnlyList<UnreadFile> Problems, IReadOnlyList<string> Notes)
{
    /// <summary>
    /// The names of the folders directly in the folder that have images, in ordinal order: those of images that cannot be
    /// read as well, so that leaving these out does not change the numbers of classes.
    /// </summary>
    public IReadOnlyList<string> Subfolders { get; init; } = [];

    /// <summary>Returns the listing with only those images that pass a check; the others are problems.</summary>
    /// <param name="check">Throws a <see cref="FormatException"/> for a file that is not to be read.</param>
    public FolderListing Checked(Action<string> check)
    {
        List<string> images = [];
        List<UnreadFile> problems = [.. Problems];
        foreach (var path in Images)
        {
            try
            {
                check(path);
                images.Add(path);
            }
            catch (FormatException problem)
            {
                problems.Add(new(path, problem));
            }
        }

        return this with { Images = images, Problems = problems };
    }

    /// <summary>Throws if there is a problem, or no image.</summary>
    /// <param name="remedy">How problems are left out, in a whole sentence.</param>
    /// <exception cref="FormatException">There is one, or none.</exception>
    public void Require(string remedy)
    {
        if (Problems.Count > 0)
            throw new FormatException($"{Summary()} {remedy}", Problems[0].Reason);
        RequireImages();
    }

    /// <summary>Throws if there is no image.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public void RequireImages()
    {
        if (Images.Count == 0)
            throw new FormatException($"'{Folder}' holds no image{(Problems.Count > 0 ? " that can be read" : "")}. "
                + $"Files whose names end with {string.Join(", ", ImageFile.Extensions)} are read, or those of the suffixes that "
                + $"are set, '' for names without an extension. {string.Join(" ", Notes)}".TrimEnd());
    }

    /// <summary>Returns the problems in whole sentences, the first ones in full.</summary>
    public string Summary() => UnreadFile.Summary(Problems, Problems.Count + Images.Count, $"in '{Folder}'");
}
