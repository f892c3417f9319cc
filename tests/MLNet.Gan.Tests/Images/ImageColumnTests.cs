using Microsoft.ML;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests.Images;

/// <summary>Columns of images that ML.NET has loaded, which is silent about truncated files and multiplies by alpha.</summary>
[TestClass]
public sealed class ImageColumnTests : IDisposable
{
    private static readonly MLContext Context = TestData.Context;
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Bind_OfAWholeFile_GivesItsPixels()
    {
        Write("a", Kind.Of("png-rgb"));

        var (shape, pixels) = Read("Image");

        Assert.AreEqual(SampleShape.Image(3, 6, 5), shape);
        CollectionAssert.AreEqual(ImageFile.Read(Path.Combine(_folder, "a")).Planes.Values, pixels);
    }

    [TestMethod]
    [DataRow("Image")]
    [DataRow("Small")]
    public void Bind_OfATruncatedFile_NamesItEvenWhenItWasResized(string column)
    {
        var path = Write("a", Kind.Of("jpeg")[..^200]);

        Assert.AreEqual($"Row 0 of column '{column}' cannot be used. The image '{path}' is cut short: the file ends in its pixels. "
            + "Copy or download it again.", Assert.ThrowsExactly<InvalidOperationException>(() => Read(column)).Message);
    }

    [TestMethod]
    public void Bind_OfATransparentFile_SaysThatMlNetMultipliedByAlpha()
    {
        var path = Write("a", Kind.Of("png-rgba"));

        Assert.StartsWith($"Row 0 of column 'Image' cannot be used. The image '{path}' has transparent pixels, and ML.NET multiplies "
            + "colors by alpha", Assert.ThrowsExactly<InvalidOperationException>(() => Read("Image")).Message);
    }

    [TestMethod]
    public void Fit_BehindMlNetsLoadImages_NeverTrainsOnATruncatedFile()
    {
        var path = Write("a", Kind.Of("jpeg")[..^200]);

        Assert.Contains($"The image '{path}' is cut short", Assert.ThrowsExactly<InvalidOperationException>(
            () => Context.Gan.Trainers.Gan("Small", null, new Mlp { Width = 8 }, batchSize: 1, steps: 1).Fit(Images())).Message);
    }

    private (SampleShape Shape, byte[] Pixels) Read(string name)
    {
        var images = Images();
        using var cursor = images.GetRowCursor(images.Schema);
        var read = ImageColumn.Find(images.Schema, name, null, PixelRange.PlusMinusOne).Bind(cursor);
        cursor.MoveNext();
        return read();
    }

    private IDataView Images()
    {
        var view = Context.Data.LoadFromEnumerable([new Row { Name = "a" }]);
        return Context.Transforms.LoadImages("Image", _folder, nameof(Row.Name))
            .Append(Context.Transforms.ResizeImages("Small", 4, 4, "Image")).Fit(view).Transform(view);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private sealed class Row
    {
        public string Name { get; set; } = "";
    }
}
