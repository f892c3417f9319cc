namespace MLNet.Gan;

/// <summary>Finds the images of a folder and the folders in it.</summary>
internal static class ImageFolder
{
    /// <summary>Lists the files of a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidOperationException">SkiaSharp does not work in this program.</exception>
    public static FolderListing List(string folder, ImageSearch search)
    {
        ImageLibrary.Check();
        return Directory.Exists(folder) ? new FolderScan(search).List(folder)
            : throw new DirectoryNotFoundException($"There is no folder '{folder}'. Check the path.");
    }
}
