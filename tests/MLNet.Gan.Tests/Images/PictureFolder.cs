using Microsoft.ML;
using MLNet.Gan.Reports;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests.Images;

/// <summary>A temporary folder with image files.</summary>
internal sealed class PictureFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Loads its images.</summary>
    public IDataView Load(ImageFolderOptions options) => TestData.Context.Gan.LoadImages(Path, options);

    /// <summary>Writes an image of one pixel.</summary>
    public string Write(string name, byte pixel) => Write(name, new Picture(1, 1, 1, [pixel]));

    /// <summary>Writes an image as a PNG, also in folders of the folder.</summary>
    public string Write(string name, Picture picture)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, picture.ToPng());
        return path;
    }
}
