using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Checks images that ML.NET has decoded, which says nothing of truncated files and of alpha.</summary>
internal static class PictureCheck
{
    /// <summary>Returns why the pixels of an image are not those of its file; null if nothing shows it.</summary>
    /// <remarks>
    /// ML.NET's LoadImages keeps the path as the image's tag, and so does ResizeImages, which leaves (0, 0, 0, 0) where it draws
    /// nothing, in opaque images as well: such pixels are a reason to ask the file, and are ignored without one. Colors that were
    /// multiplied by alpha are at most alpha; those that ConvertToImage writes with alpha 0 are not.
    /// </remarks>
    /// <param name="image">The image.</param>
    /// <param name="tally">Counts what its file declares and its pixels do not show.</param>
    public static string? Problem(MLImage image, ImageTally tally)
    {
        try
        {
            return IsMultiplied(image, tally) ? Transparent(image.Tag) : null;
        }
        catch (FormatException problem)
        {
            return problem.Message;
        }
    }

    private static string Transparent(string? tag) =>
        $"The image{(string.IsNullOrEmpty(tag) ? "" : $" '{tag}'")} has transparent pixels, and ML.NET multiplies "
            + "colors by alpha when it decodes a file, while the tools that compute FID drop alpha. Load the images with "
            + "ml.Gan.LoadImages, which does as they do, or save them without alpha.";

    private static bool IsMultiplied(MLImage image, ImageTally tally)
    {
        if (!File.Exists(image.Tag))
        {
            tally.Add("", [], null);
            return IsMultiplied(image.Pixels, isEmptyProof: false);
        }

        var (traits, largest) = ImageFile.Declared(image.Tag);
        tally.Add(image.Tag, traits, largest);
        return IsMultiplied(image.Pixels, isEmptyProof: true)
            && ImageFile.Read(image.Tag).Traits.Contains(ImageTrait.Transparent);
    }

    /// <param name="pixels">The pixels, with alpha as the last of four bytes.</param>
    /// <param name="isEmptyProof">Whether a pixel of four zeros is a transparent one.</param>
    private static bool IsMultiplied(ReadOnlySpan<byte> pixels, bool isEmptyProof)
    {
        var isTransparent = false;
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var alpha = pixels[i + 3];
            if (alpha == byte.MaxValue)
                continue;
            if (pixels[i] > alpha || pixels[i + 1] > alpha || pixels[i + 2] > alpha)
                return false;
            isTransparent |= alpha > 0 || isEmptyProof;
        }

        return isTransparent;
    }
}
