namespace MLNet.Gan;

/// <summary>Options for loading the images of a folder as samples.</summary>
public sealed record ImageFolderOptions
{
    /// <summary>
    /// The height of a sample, at least 1; null (default) for that of the first image, which all others must then have.
    /// Set together with <see cref="Width"/>.
    /// </summary>
    public int? Height { get; init => field = value is { } height ? Check.Positive(height) : null; }

    /// <summary>The width of a sample, at least 1; null (default) as for <see cref="Height"/>.</summary>
    public int? Width { get; init => field = value is { } width ? Check.Positive(width) : null; }

    /// <summary>
    /// How images of other sizes are resized to <see cref="Height"/> and <see cref="Width"/>; default
    /// <see cref="CropResizing"/>.
    /// </summary>
    public IImageResizing Resizing { get; init => field = Check.NotNull(value); } = new CropResizing();

    /// <summary>
    /// Whether samples have one channel, the luma 0.299 R + 0.587 G + 0.114 B, instead of red, green and blue; default
    /// false.
    /// </summary>
    public bool IsGray { get; init; }

    /// <summary>
    /// Whether folders are searched recursively; default true. The folders of classes themselves are always searched.
    /// </summary>
    public bool IsRecursive { get; init; } = true;

    /// <summary>
    /// The ends of the names of the files to read, such as "_fake.png", regardless of case, and "" for names without an
    /// extension; default none, which reads the files with the extension of a format that can be read.
    /// </summary>
    public IReadOnlyList<string> Suffixes { get; init => field = Check.Items(value); } = [];

    /// <summary>
    /// Whether files that cannot be read are left out, instead of being an error; default false. All files are then read
    /// once when the folder is loaded, and those left out are named in a warning of <c>MLContext.Log</c>.
    /// </summary>
    public bool SkipsBad { get; init; }

    /// <summary>The column of samples; default "Features".</summary>
    public string FeatureColumnName { get; init => field = Check.Name(value); } = "Features";

    /// <summary>
    /// The column of classes, which are the names of the immediate subfolders; default "Label", null for none.
    /// </summary>
    public string? LabelColumnName { get; init => field = Check.NameOrNull(value); } = "Label";

    /// <summary>The column of the files' paths; default "ImagePath".</summary>
    public string PathColumnName { get; init => field = Check.Name(value); } = "ImagePath";

    /// <summary>Where images are searched.</summary>
    internal ImageSearch Search => new()
    {
        Depth = IsRecursive ? int.MaxValue : LabelColumnName is null ? 0 : 1,
        Suffixes = Suffixes,
    };
}
