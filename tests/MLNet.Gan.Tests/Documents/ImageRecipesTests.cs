// <using>
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
// </using>
using MLNet.Gan.Reports;
using MLNet.Gan.Tests.Images;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Documents;

/// <summary>The recipes of docs/images.md, compiled and run.</summary>
[TestClass]
public sealed class ImageRecipesTests : IDisposable
{
    private static readonly CancellationToken Stop = new(canceled: true); // Only the pipelines are of interest.

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("using")]
    [DataRow("files")]
    [DataRow("name")]
    [DataRow("read")]
    [DataRow("gray")]
    [DataRow("own")]
    [DataRow("write")]
    public void Document_ShowsTheRecipesAsTheyAre(string marker)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests/MLNet.Gan.Tests/Documents/ImageRecipesTests.cs"));
        var lines = source.Split($"// <{marker}>\n")[1].Split($"// </{marker}>")[0].TrimEnd(' ').Split('\n');
        var indent = lines[0].Length - lines[0].TrimStart(' ').Length;
        var shown = string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : line));

        Assert.Contains($"```csharp\n{shown}```", File.ReadAllText(Path.Combine(Repository.Root, "docs/images.md")),
            $"Copy the lines between the markers '{marker}' of ImageRecipesTests.cs into docs/images.md.");
    }

    [TestMethod]
    public void MlNetsLoaders_GivePlanesInTheRangeOfTheTraining_AndPicturesThatAreOpaque()
    {
        var ml = new MLContext(seed: 1);
        var files = Files(ml, color: i => [255, (byte)(10 * i), 0]);

        var (pixels, model) = Read(ml, files, _folder);

        using (model)
        {
            Assert.AreEqual(SampleShape.Image(3, 28, 28), model.Shape);
            var first = pixels.GetColumn<float[]>("Features").First();
            Assert.AreEqual((1f, -1f, -1f), (first[0], first[28 * 28], first[2 * 28 * 28])); // Red, green, blue planes.
        }

        var picture = Written(ml, model => model, files);
        var bytes = picture.Pixels.ToArray();
        Assert.AreEqual((28, 28), (picture.Width, picture.Height));
        Assert.IsTrue(Enumerable.Range(0, 28 * 28).All(i => bytes[4 * i + 3] == 255));
    }

    [TestMethod]
    public void MlNetsLoaders_OfAFileThatWasCut_AreRefusedWithItsName()
    {
        var ml = new MLContext(seed: 1);
        var files = Files(ml, color: _ => [255, 0, 0]);
        var path = Path.Combine(_folder, "07.png");
        File.WriteAllBytes(path, Kind.Of("jpeg")[..^200]);

        var message = Assert.ThrowsExactly<InvalidOperationException>(() => Read(ml, files, _folder)).Message;

        Assert.StartsWith($"The image '{path}' is cut short: the file ends in its pixels.", message);
    }

    [TestMethod]
    public void Fill_TakesTheNearestPixels()
    {
        var ml = new MLContext(seed: 1);
        byte[] gray = [.. Enumerable.Range(0, 16).Select(i => (byte)(i * i))]; // No mean of two of them is one of them.
        new Picture(4, 4, 1, gray).Save(Path.Combine(_folder, "a.png"));
        var files = ml.Data.LoadFromEnumerable([new ImageName { File = "a.png" }]);

        var small = ml.Transforms.LoadImages("Image", _folder, "File")
            .Append(ml.Transforms.ResizeImages("Image", 2, 2, resizing: ImageResizingEstimator.ResizingKind.Fill))
            .Append(ml.Transforms.ExtractPixels("Features", "Image", ImagePixelExtractingEstimator.ColorBits.Red))
            .Fit(files).Transform(files).GetColumn<float[]>("Features").Single();

        CollectionAssert.AreEqual(new float[] { gray[0], gray[2], gray[8], gray[10] }, small);
    }

    [TestMethod]
    public void Gray_IsOnePlane()
    {
        var ml = new MLContext(seed: 1);

        using var model = Gray(ml, Files(ml, color: _ => [255, 255, 255]), _folder);

        Assert.AreEqual(SampleShape.Image(1, 28, 28), model.Shape);
    }

    [TestMethod]
    public void OwnLoader_GivesTheSameShape()
    {
        var ml = new MLContext(seed: 1);
        Files(ml, color: i => [0, 0, (byte)i]);

        using var model = Own(ml, _folder);

        Assert.AreEqual(SampleShape.Image(3, 28, 28), model.Shape);
    }

    private static (IDataView Pixels, GanTransformer Model) Read(MLContext ml, IDataView files, string folder)
    {
        var run = new RunOptions { CancellationToken = Stop };
        // <read>
        var pixels = ml.Transforms.LoadImages("Image", folder, "File")   // files: a view with a column "File" of names in the folder
            .Append(ml.Transforms.ResizeImages("Image", 28, 28, resizing: ImageResizingEstimator.ResizingKind.IsoCrop))
            .Append(ml.Transforms.ExtractPixels("Features", "Image", offsetImage: 127.5f, scaleImage: 1 / 127.5f))
            .Fit(files).Transform(files);

        var model = ml.Gan.Trainers.Gan(Presets.Images28 with { Shape = SampleShape.Image(3, 28, 28) }, run).Fit(pixels);
        // </read>
        return (pixels, model);
    }

    private static GanTransformer Gray(MLContext ml, IDataView files, string folder)
    {
        var run = new RunOptions { CancellationToken = Stop };
        // <gray>
        var pixels = ml.Transforms.LoadImages("Image", folder, "File")
            .Append(ml.Transforms.ResizeImages("Image", 28, 28, resizing: ImageResizingEstimator.ResizingKind.IsoCrop))
            .Append(ml.Transforms.ConvertToGrayscale("Image"))
            .Append(ml.Transforms.ExtractPixels(
                "Features", "Image", ImagePixelExtractingEstimator.ColorBits.Red, offsetImage: 127.5f, scaleImage: 1 / 127.5f))
            .Fit(files).Transform(files);

        var model = ml.Gan.Trainers.Gan(Presets.Images28, run).Fit(pixels);
        // </gray>
        return model;
    }

    private static GanTransformer Own(MLContext ml, string folder)
    {
        var run = new RunOptions { CancellationToken = Stop };
        // <own>
        var pixels = ml.Gan.LoadImages(folder, new() { Height = 28, Width = 28, LabelColumnName = null });

        var model = ml.Gan.Trainers.Gan(Presets.Images28 with { Shape = null }, run).Fit(pixels);
        // </own>
        return model;
    }

    private MLImage Written(MLContext ml, Func<GanTransformer, GanTransformer> of, IDataView files)
    {
        var folder = _folder;
        using var model = of(Read(ml, files, folder).Model);
        // <write>
        var generated = model.Generate(10);
        var pictures = ml.Transforms.Expression("Bytes", "x : min(max((x + 1) * 127.5f + 0.5f, 0f), 255f)", "Generated")
            .Append(ml.Transforms.ConvertToImage(28, 28, "Picture", "Bytes"))
            .Fit(generated).Transform(generated);
        foreach (var (place, picture) in pictures.GetColumn<MLImage>("Picture").Index())
            picture.Save(Path.Combine(folder, $"generated-{place}.png"));
        // </write>
        Assert.HasCount(10, Directory.GetFiles(folder, "generated-*.png"));
        return MLImage.CreateFromFile(Path.Combine(folder, "generated-0.png"));
    }

    private IDataView Files(MLContext ml, Func<int, byte[]> color)
    {
        var names = Enumerable.Range(0, 40).Select(i => $"{i:00}.png").ToArray();
        foreach (var (i, name) in names.Index())
            new Picture(40, 30, 3, [.. Enumerable.Repeat(color(i), 40 * 30).SelectMany(pixel => pixel)]).Save(Path.Combine(_folder, name));
        var folder = _folder;
        // <files>
        var files = ml.Data.LoadFromEnumerable(
            Directory.GetFiles(folder, "*.png").Order().Select(path => new ImageName { File = Path.GetFileName(path) }));
        // </files>
        return files;
    }

    // <name>
    internal sealed class ImageName
    {
        public string File { get; set; } = "";
    }
    // </name>
}
