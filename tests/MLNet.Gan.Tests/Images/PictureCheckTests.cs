using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests.Images;

/// <summary>What the pixels of ML.NET's images say of their files.</summary>
[TestClass]
public sealed class PictureCheckTests : IDisposable
{
    private static readonly MLContext Context = TestData.Context;
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // ML.NET draws (int)(375 · (28f / 375)) = 27 columns of 28, of 224 it draws 223, and pads (int)(375 · (28f / 500)) to 28.
    [TestMethod]
    [DataRow("a.jpg", 28, ImageResizingEstimator.ResizingKind.IsoCrop, 1)]
    [DataRow("a.png", 28, ImageResizingEstimator.ResizingKind.IsoCrop, 1)]
    [DataRow("a.png", 224, ImageResizingEstimator.ResizingKind.IsoCrop, 1)]
    [DataRow("a.jpg", 28, ImageResizingEstimator.ResizingKind.IsoPad, 7)]
    [DataRow("a.png", 28, ImageResizingEstimator.ResizingKind.IsoPad, 7)]
    public void Problem_OfAnOpaqueFileOfWhichLinesAreNotDrawn_IsNone(
        string name, int side, ImageResizingEstimator.ResizingKind kind, int empty)
    {
        var pixels = Enumerable.Repeat((byte)200, 4 * 375 * 500).ToArray();
        for (var alpha = 3; alpha < pixels.Length; alpha += 4)
            pixels[alpha] = 255;
        using (var picture = MLImage.CreateFromPixels(375, 500, MLPixelFormat.Bgra32, pixels))
            picture.Save(Path.Combine(_folder, name));

        using var resized = Resized(name, side, kind);

        var drawn = resized.Pixels.ToArray().Chunk(4).Count(pixel => pixel.Any(value => value > 0));
        Assert.AreEqual((side - empty) * side, drawn);
        Assert.IsNull(PictureCheck.Problem(resized, new()));
    }

    [TestMethod]
    [DataRow("png-rgba", ImageResizingEstimator.ResizingKind.IsoCrop)]
    [DataRow("png-rgba", ImageResizingEstimator.ResizingKind.IsoPad)]
    [DataRow("png-gray-alpha", ImageResizingEstimator.ResizingKind.Fill)]
    public void Problem_OfATransparentFileThatWasResized_NamesIt(string kind, ImageResizingEstimator.ResizingKind resizing)
    {
        var path = Path.Combine(_folder, "a.png");
        File.WriteAllBytes(path, Kind.Of(kind));

        using var resized = Resized("a.png", 4, resizing);

        Assert.StartsWith($"The image '{path}' has transparent pixels, and ML.NET multiplies", PictureCheck.Problem(resized, new()));
    }

    [TestMethod]
    public void Problem_OfATransparentFileWithoutAnyColor_NamesIt()
    {
        var path = Path.Combine(_folder, "a.png");
        using (var clear = MLImage.CreateFromPixels(2, 1, MLPixelFormat.Bgra32, new byte[8]))
            clear.Save(path);

        using var loaded = MLImage.CreateFromFile(path);
        loaded.Tag = path;

        Assert.Contains("has transparent pixels", PictureCheck.Problem(loaded, new()) ?? "");
    }

    [TestMethod]
    public void Problem_OfColorsAboveAlpha_IsNone()
    {
        // ConvertToImage with a scale writes alpha 0 and the colors.
        using var made = MLImage.CreateFromPixels(1, 2, MLPixelFormat.Bgra32, [0, 0, 0, 0, 9, 8, 7, 0]);
        using var black = MLImage.CreateFromPixels(1, 2, MLPixelFormat.Bgra32, new byte[8]);
        using var multiplied = MLImage.CreateFromPixels(1, 2, MLPixelFormat.Bgra32, [9, 9, 9, 255, 9, 8, 7, 9]);
        using var opaque = MLImage.CreateFromPixels(1, 1, MLPixelFormat.Bgra32, [9, 8, 7, 255]);

        Assert.IsNull(PictureCheck.Problem(made, new()));
        Assert.IsNull(PictureCheck.Problem(black, new()));
        Assert.IsNull(PictureCheck.Problem(opaque, new()));
        Assert.StartsWith("The image has transparent pixels", PictureCheck.Problem(multiplied, new()));
    }

    private MLImage Resized(string name, int side, ImageResizingEstimator.ResizingKind kind)
    {
        var view = Context.Data.LoadFromEnumerable([new Row { Name = name }]);
        return Context.Transforms.LoadImages("Image", _folder, nameof(Row.Name))
            .Append(Context.Transforms.ResizeImages("Small", side, side, "Image", kind))
            .Fit(view).Transform(view).GetColumn<MLImage>("Small").Single();
    }

    private sealed class Row
    {
        public string Name { get; set; } = "";
    }
}
