using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

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

    [TestMethod]
    [DataRow("png-gray-12", "1 of 1 images has 16 bits per color ", "No value of the images with 16 bits per color is above 3583 of 65535, as if they held 12 bits")]
    [DataRow("png-rgb-16", "1 of 1 images has 16 bits per color ", null)]
    [DataRow("jpeg-exif-6", "1 of 1 images is to be rotated or mirrored by EXIF ", null)]
    [DataRow("jpeg-cmyk", "1 of 1 images has CMYK colors ", null)]
    [DataRow("gif-animated", "1 of 1 images is an animation ", null)]
    [DataRow("webp-animated", "1 of 1 images is an animation ", null)]
    [DataRow("png-rgb", null, null)]
    [DataRow("jpeg-exif-1", null, null)]
    public void Fit_BehindMlNetsLoadImages_WarnsOfWhatFilesDeclareAndReadsThemSo(string kind, string? first, string? second)
    {
        var path = Write("a", Kind.Of(kind));
        var (context, warnings) = new Warned();
        var images = Images();

        using (context.Gan.Trainers.Gan("Small", null, new Mlp { Width = 8 }, batchSize: 1, steps: 1).Fit(images))
        {
        }

        var said = warnings.Where(warning => warning.Contains("images", StringComparison.Ordinal)).ToArray();
        Assert.HasCount((first is null ? 0 : 1) + (second is null ? 0 : 1), said);
        if (first is not null)
            Assert.StartsWith($"{first}(the first: '{path}').", said[0]);
        if (second is not null)
            Assert.StartsWith(second, said[1]);
        CollectionAssert.AreEqual(ImageFile.Read(path).Planes.Values, Read("Image").Pixels); // As the warning says.
    }

    [TestMethod]
    public void Fit_OfExtractedPixelsOfTruncatedFiles_NamesAllThatTheImagesBesideThemCameFrom()
    {
        var (first, last) = (Write("b", Kind.Of("jpeg")[..^200]), Write("d", Kind.Of("png-rgb")[..^9]));
        Write("a", Kind.Of("jpeg"));
        Write("c", Kind.Of("png-rgb"));
        var pixels = Pixels("a", "b", "c", "d", "b");

        var message = Assert.ThrowsExactly<InvalidOperationException>(() => Fit(pixels)).Message;

        Assert.StartsWith($"2 of 4 files of column 'Image' cannot be read. The image '{first}' is cut short: the file ends in its pixels. Copy or "
            + $"download it again. The image '{last}' is cut short: ", message);
        Assert.EndsWith(" ML.NET decodes what is there of such a file, and the rest is black. Filter its row, or load the images with "
            + "ml.Gan.LoadImages and SkipsBad.", message);
        Fit(Pixels("a", "c"));
    }

    [TestMethod]
    public void Evaluate_OfExtractedPixelsOfATruncatedFile_NamesIt()
    {
        var path = Write("b", Kind.Of("jpeg")[..^200]);
        Write("a", Kind.Of("jpeg"));
        var (whole, cut) = (Pixels("a", "a"), Pixels("a", "b"));
        var options = new EvaluationOptions { Features = new PlainFeatures(3 * 4 * 4), GeneratedColumnName = "Features" };

        Assert.StartsWith($"The image '{path}' is cut short", Assert.ThrowsExactly<InvalidOperationException>(
            () => Context.Gan.Evaluate(cut, whole, options)).Message);
        Assert.StartsWith($"The image '{path}' is cut short", Assert.ThrowsExactly<InvalidOperationException>(
            () => Context.Gan.Evaluate(whole, cut, options)).Message);
        Assert.AreEqual(0, Context.Gan.Evaluate(whole, whole, options).Frechet.Value, 1e-9);
    }

    [TestMethod]
    public void Fit_OfExtractedPixelsOfImagesInMemory_LeavesTheImagesAsTheyAre()
    {
        InMemory[] rows = [.. Enumerable.Range(0, 3).Select(_ => new InMemory
        {
            Image = MLImage.CreateFromPixels(4, 4, MLPixelFormat.Bgra32, [.. Enumerable.Repeat((byte)255, 64)]),
        })];
        var view = Context.Data.LoadFromEnumerable(rows);
        var pixels = Context.Transforms.ExtractPixels("Features", "Image", offsetImage: 127.5f, scaleImage: 1 / 127.5f).Fit(view).Transform(view);

        using var cursor = CheckedFilesView.Of(view, "Other").GetRowCursor([]);
        while (cursor.MoveNext())
        {
        }

        Assert.IsTrue(rows.All(row => row.Image.Pixels[0] == 255)); // None is disposed of.
        Fit(pixels);
    }

    private static void Fit(IDataView pixels)
    {
        using var model = Context.Gan.Trainers.Gan("Features", null, new Mlp { Width = 8 }, batchSize: 1, steps: 1).Fit(pixels);
    }

    /// <summary>The pixels of files beside their images.</summary>
    private IDataView Pixels(params string[] names)
    {
        var view = Context.Data.LoadFromEnumerable(names.Select(name => new Row { Name = name }).ToArray());
        return Context.Transforms.LoadImages("Image", _folder, nameof(Row.Name))
            .Append(Context.Transforms.ResizeImages("Image", 4, 4))
            .Append(Context.Transforms.ExtractPixels("Features", "Image", offsetImage: 127.5f, scaleImage: 1 / 127.5f))
            .Fit(view).Transform(view);
    }

    private (SampleShape Shape, byte[] Pixels) Read(string name)
    {
        var images = Images();
        using var cursor = images.GetRowCursor(images.Schema);
        var read = ImageColumn.Find(images.Schema, name, null, PixelRange.PlusMinusOne).Bind(cursor, new());
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

    private sealed class InMemory
    {
        [ImageType(4, 4)]
        public MLImage Image { get; set; } = null!;
    }

    private sealed class Row
    {
        public string Name { get; set; } = "";
    }
}
