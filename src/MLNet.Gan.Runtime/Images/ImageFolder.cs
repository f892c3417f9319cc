using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Finds and reads the images of a folder and the folders in it.</summary>
internal static class ImageFolder
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".bmp", ".webp"]; // SkiaSharp decodes these.

    // macOS writes a hidden file of this prefix and the same extension beside each file that it copies elsewhere.
    private const string HiddenPrefix = "._";

    /// <summary>
    /// Returns the paths of the images, recognized by their extensions, in ordinal order; not those of names that begin
    /// with "._".
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isRecursive">Whether the folders in it are searched too.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FormatException">There is none.</exception>
    /// <exception cref="InvalidOperationException">ML.NET's images do not work in this program.</exception>
    public static IReadOnlyList<string> Files(string folder, bool isRecursive = true)
    {
        ImageLibrary.Check();
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}'. Check the path.");
        string[] files =
        [
            .. Directory.EnumerateFiles(
                folder, "*", isRecursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
                .Where(IsImage)
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0 ? files
            : throw new FormatException($"'{folder}' holds no image: no file ends with {string.Join(", ", Endings)}.");
    }

    private static bool IsImage(string path) =>
        Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
        && !Path.GetFileName(path).StartsWith(HiddenPrefix, StringComparison.Ordinal);

    /// <summary>Reads images one after another.</summary>
    /// <param name="files">Their paths.</param>
    /// <param name="skipped">
    /// Called for each file that cannot be read, which is then left out; null to throw instead.
    /// </param>
    /// <exception cref="FormatException">A file is no image that ML.NET can read.</exception>
    public static IEnumerable<ImagePlanes> Read(IEnumerable<string> files, Action<FormatException>? skipped = null)
    {
        foreach (var path in files)
        {
            ImagePlanes image;
            try
            {
                image = Read(path);
            }
            catch (FormatException damage) when (skipped is not null)
            {
                skipped(damage);
                continue;
            }

            yield return image;
        }
    }

    /// <summary>Reads one image.</summary>
    /// <exception cref="FormatException">It is no image that ML.NET can read, or is truncated.</exception>
    public static ImagePlanes Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (ImageEnd.IsMissing(bytes))
            throw new FormatException($"The image '{path}' is cut short: its end is missing. Copy the file again.");
        try
        {
            using var file = new MemoryStream(bytes, writable: false);
            using var image = MLImage.CreateFromStream(file);
            return ImagePlanes.Of(image);
        }
        catch (ArgumentException damage)
        {
            throw new FormatException($"'{path}' is not an image that can be read: {damage.Message}", damage);
        }
    }
}
