namespace MLNet.Gan;

/// <summary>How the images of a folder become samples.</summary>
public sealed record ImageFolderOptions
{
    /// <summary>
    /// The rows of a sample, at least 1; null (default) for those of the first image, which all others must then have.
    /// Goes with <see cref="Width"/>.
    /// </summary>
    public int? Height { get; init => field = value is { } height ? Check.Positive(height) : null; }

    /// <summary>The columns of a sample, at least 1; null (default) like <see cref="Height"/>.</summary>
    public int? Width { get; init => field = value is { } width ? Check.Positive(width) : null; }

    /// <summary>
    /// How images of other sizes become samples of <see cref="Height"/> and <see cref="Width"/>; default
    /// <see cref="CropResizing"/>.
    /// </summary>
    public IImageResizing Resizing { get; init => field = Check.NotNull(value); } = new CropResizing();

    /// <summary>
    /// Whether samples have one channel, the luma 0.299 R + 0.587 G + 0.114 B, as against red, green and blue; default
    /// false.
    /// </summary>
    public bool IsGray { get; init; }

    /// <summary>
    /// Whether folders are searched with all folders in them; default true. The folders of classes themselves are
    /// always searched.
    /// </summary>
    public bool IsRecursive { get; init; } = true;

    /// <summary>The column of samples; default "Features".</summary>
    public string FeatureColumnName { get; init => field = Check.Name(value); } = "Features";

    /// <summary>
    /// The column of classes, which are the names of the folders next below; default "Label", null for none.
    /// </summary>
    public string? LabelColumnName { get; init => field = Check.NameOrNull(value); } = "Label";

    /// <summary>The column of the files' paths; default "ImagePath".</summary>
    public string PathColumnName { get; init => field = Check.Name(value); } = "ImagePath";
}
