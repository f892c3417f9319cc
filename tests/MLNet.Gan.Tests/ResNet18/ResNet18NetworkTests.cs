using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Reports;
using MLNet.Gan.Tests.Inception;

namespace MLNet.Gan.Tests.ResNet18;

/// <summary>ML.NET's ResNet-18 by us, against ML.NET's own pipeline for the package.</summary>
[TestClass]
public sealed class ResNet18NetworkTests : IDisposable
{
    private const string FashionMnist = "/usr/share/datasets/fashion-mnist/t10k";
    private const int Side = 224, FeatureCount = 512;

    private static readonly SampleShape Shape = SampleShape.Image(3, Side, Side);
    private static readonly ResNet18Options Options = new() { Threads = 1 };

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Extract_OfImagesOfItsSize_IsMlNetsDnnFeaturizeImage()
    {
        var ml = new MLContext(seed: 1);
        var made = MadeUp.Image(1, Side, Side);
        Save("made.png", made);
        var digits = ml.Gan.LoadIdx($"{FashionMnist}-images-idx3-ubyte.gz", $"{FashionMnist}-labels-idx1-ubyte.gz");
        foreach (var (i, image) in digits.GetColumn<float[]>("Features").Take(4).Index())
        {
            var shown = Array.ConvertAll(image, x => (byte)((x + 1) * 127.5f + 0.5f));
            new Picture(28, 28, 1, shown).Save(Path.Combine(_folder, $"{i}.png"));
        }

        var (pixels, expected) = Featurized(ml, "made.png", "0.png", "1.png", "2.png", "3.png");

        using var network = ResNet18Network.Open(Options);
        var actual = new float[pixels.Length * FeatureCount];
        network.Extract(pixels.Length, pixels.SelectMany(image => image).ToArray(), Shape, actual);

        CollectionAssert.AreEqual(made, pixels[0], "ML.NET reads red, green and blue, plane by plane.");
        var largest = 0.0;
        for (var i = 0; i < actual.Length; i++)
            largest = Math.Max(largest, Math.Abs(actual[i] - (double)expected[i / FeatureCount][i % FeatureCount]));
        // The largest feature is 18.6, of which float32 has steps of 2e-6; 5e-6 was measured.
        Assert.AreEqual(0, largest, 5e-5);
        Assert.IsGreaterThan(10, expected.Max(row => row.Max()));
    }

    [TestMethod]
    public void Open_OfThePackage_SaysWhatItIs()
    {
        using var network = ResNet18Network.Open(Options);
        var extractor = network.Of(SampleShape.Image(1, 28, 28));

        // cat ResNet18.onnx ResNetPreprocess.onnx | sha256sum
        Assert.AreEqual(("mlnet-resnet18-imagenet", "853192ef", "bicubic", 512),
            (network.Name, network.Weights, network.Preprocessing, network.FeatureSize));
        Assert.AreEqual((network.Name, network.Weights, network.Preprocessing),
            (extractor.Name, extractor.Weights, extractor.Preprocessing));
        Assert.AreEqual((784, 512), (extractor.InputSize, extractor.FeatureSize));
    }

    [TestMethod]
    public void Extract_InBatchesOfAnySize_GivesTheSameBits()
    {
        byte[] images = [.. Enumerable.Range(0, 5).SelectMany(seed => MadeUp.Image(seed, 32, 40))];
        float[][] found = [.. new[] { 1, 2, 16 }.Select(batchSize =>
        {
            using var network = ResNet18Network.Open(Options with { BatchSize = batchSize });
            var features = new float[5 * FeatureCount];
            network.Extract(5, images, SampleShape.Image(3, 32, 40), features);
            return features;
        })];

        CollectionAssert.AreEqual(found[0], found[1]);
        CollectionAssert.AreEqual(found[0], found[2]);
        CollectionAssert.AreNotEqual(found[0][..FeatureCount], found[0][FeatureCount..(2 * FeatureCount)]);
    }

    [TestMethod]
    public void Extract_OfOneColorInAnySize_IsThatOfItsSize()
    {
        using var network = ResNet18Network.Open(Options);
        byte[] Filled(int plane) =>
        [
            .. Enumerable.Repeat((byte)200, plane), .. Enumerable.Repeat((byte)90, plane),
            .. Enumerable.Repeat((byte)0, plane),
        ];
        var (small, large, own) = (new float[FeatureCount], new float[FeatureCount], new float[FeatureCount]);

        network.Extract(1, Filled(7 * 5), SampleShape.Image(3, 7, 5), small);
        network.Extract(1, Filled(300 * 400), SampleShape.Image(3, 300, 400), large);
        network.Extract(1, Filled(Side * Side), Shape, own);

        for (var i = 0; i < FeatureCount; i++)
        {
            Assert.AreEqual(own[i], small[i], 1e-3);
            Assert.AreEqual(own[i], large[i], 1e-3);
        }
    }

    [TestMethod]
    public void Extract_OfGrayFloats_RepeatsTheirBytes()
    {
        using var network = ResNet18Network.Open(Options);
        byte[] gray = MadeUp.Image(3, 28, 28)[..784];
        var (ofFloats, ofColor) = (new float[FeatureCount], new float[FeatureCount]);

        network.Of(SampleShape.Image(1, 28, 28)).Extract(1, Array.ConvertAll(gray, x => x / 127.5f - 1), ofFloats);
        network.Extract(1, (byte[])[.. gray, .. gray, .. gray], SampleShape.Image(3, 28, 28), ofColor);

        CollectionAssert.AreEqual(ofColor, ofFloats);
    }

    [TestMethod]
    public void Open_WithoutThePackage_NamesIt()
    {
        var e = Assert.ThrowsExactly<FileNotFoundException>(() => ResNet18Network.Open(new() { Folder = _folder }));

        Assert.Contains($"in '{_folder}'", e.Message);
        Assert.Contains(
            "<PackageReference Include=\"Microsoft.ML.DnnImageFeaturizer.ResNet18\" Version=\"0.23.1\" />", e.Message);
    }

    [TestMethod]
    public void Open_OfFilesThatAreNotThePackages_IsAFormatException()
    {
        var files = ResNet18Files.Of(null);
        foreach (var path in new[] { files.Network, files.Mean })
            Directory.CreateDirectory(Path.Combine(_folder, Path.GetFileName(Path.GetDirectoryName(path)!)));
        var network = Path.Combine(_folder, "ResNet18Onnx/ResNet18.onnx");
        var mean = Path.Combine(_folder, "ResNetPrepOnnx/ResNetPreprocess.onnx");
        void AssertRefused(string part) => Assert.Contains(part, Assert.ThrowsExactly<FormatException>(
            () => ResNet18Network.Open(new() { Folder = _folder })).Message);

        File.Copy(files.Mean, network);
        File.Copy(files.Mean, mean);
        AssertRefused("The weights lack 'Parameter91', which ML.NET's ResNet-18 has. Use '");
        File.WriteAllBytes(network, File.ReadAllBytes(files.Network)[..1_000_000]);
        AssertRefused("input ended unexpectedly");
        File.Delete(mean);
        File.Copy(files.Network, network, overwrite: true);
        File.Copy(files.Network, mean);
        AssertRefused("The weights lack 'MeanImage'");
    }

    private (byte[][] Pixels, float[][] Features) Featurized(MLContext ml, params string[] names)
    {
        var pipeline = ml.Transforms.LoadImages("Image", _folder, nameof(Row.Name))
            .Append(ml.Transforms.ResizeImages("Image", Side, Side))
            .Append(ml.Transforms.ExtractPixels("Pixels", "Image"))
            .Append(ml.Transforms.DnnFeaturizeImage("Features",
                model => model.ModelSelector.ResNet18(ml, model.OutputColumn, model.InputColumn), "Pixels"));
        var rows = ml.Data.LoadFromEnumerable(names.Select(name => new Row { Name = name }));
        var view = pipeline.Fit(rows).Transform(rows);
        return ([.. view.GetColumn<float[]>("Pixels").Select(row => Array.ConvertAll(row, x => (byte)x))],
            [.. view.GetColumn<float[]>("Features")]);
    }

    private void Save(string name, byte[] planes)
    {
        var pixels = new byte[planes.Length];
        for (var i = 0; i < planes.Length; i++)
            pixels[i % (Side * Side) * 3 + i / (Side * Side)] = planes[i];
        new Picture(Side, Side, 3, pixels).Save(Path.Combine(_folder, name));
    }

    private sealed class Row
    {
        public string Name { get; set; } = "";
    }
}
