using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Checks images that ML.NET has decoded, which says nothing of truncated files and of alpha.</summary>
internal static class PictureCheck
{
    /// <summary>Returns why the pixels of an image are not those of its file; null if nothing shows it.</summary>
    /// <remarks>
    /// ML.NET's LoadImages keeps the path as the image's tag, and so does ResizeImages. Colors that were multiplied by alpha
    /// are at most alpha; those that ConvertToImage writes with alpha 0 are not.
    /// </remarks>
    public static string? Problem(MLImage image)
    {
        try
        {
            if (File.Exists(image.Tag))
                ImageFile.Check(image.Tag);
        }
        catch (FormatException problem)
        {
            return problem.Message;
        }

        return !IsMultiplied(image.Pixels) ? null
            : $"The image{(string.IsNullOrEmpty(image.Tag) ? "" : $" '{image.Tag}'")} has transparent pixels, and ML.NET multiplies "
                + "colors by alpha when it decodes a file, while the tools that compute FID drop alpha. Load the images with "
                + "ml.Gan.LoadImages, which does as they do, or save them without alpha.";
    }

    private static bool IsMultiplied(ReadOnlySpan<byte> pixels)
    {
        var isTransparent = false;
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var alpha = pixels[i + 3];
            if (alpha == byte.MaxValue)
                continue;
            isTransparent = true;
            if (pixels[i] > alpha || pixels[i + 1] > alpha || pixels[i + 2] > alpha)
                return false;
        }

        return isTransparent;
    }
}
