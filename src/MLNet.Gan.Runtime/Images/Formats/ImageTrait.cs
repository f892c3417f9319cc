namespace MLNet.Gan;

/// <summary>A property of image files that changes scores, or that the decoded pixels do not show.</summary>
/// <param name="OfOne">A predicate of one image: "has transparent pixels".</param>
/// <param name="OfMany">The same of several images: "have transparent pixels".</param>
/// <param name="Consequence">How they are read, in whole sentences.</param>
internal sealed record ImageTrait(string OfOne, string OfMany, string Consequence)
{
    /// <summary>Some pixel has alpha below 255.</summary>
    public static ImageTrait Transparent { get; } = new("has transparent pixels", "have transparent pixels",
        "Alpha is dropped and the colors behind it count, as in pytorch-fid and clean-fid. Blend the images with a "
            + "background first if those colors are not meant to be seen.");

    /// <summary>16 bits per color.</summary>
    public static ImageTrait Deep { get; } = new("has 16 bits per color", "have 16 bits per color",
        "They are reduced to 8 bits. pytorch-fid and clean-fid do so for colors, but clip gray values at 255 of 65535, which "
            + "leaves white images: a score of gray ones does not compare with theirs. Save them with 8 bits for both.");

    /// <summary>An orientation other than upright in EXIF.</summary>
    public static ImageTrait Rotated { get; } = new("is to be rotated or mirrored by EXIF", "are to be rotated or mirrored by EXIF",
        "EXIF is ignored, as in pytorch-fid and clean-fid. Rotate the pixels first if this side should be upright.");

    /// <summary>Colors in cyan, magenta, yellow and black.</summary>
    public static ImageTrait Cmyk { get; } = new("has CMYK colors", "have CMYK colors",
        "They are converted without a color profile, as in pytorch-fid and clean-fid, so that colors may be off. Convert the "
            + "images to RGB first.");

    /// <summary>More than one frame.</summary>
    public static ImageTrait Animated { get; } = new("is an animation", "are animations",
        "The first frame is read, as in pytorch-fid and clean-fid. Save the frames as files of their own to read all.");
}
