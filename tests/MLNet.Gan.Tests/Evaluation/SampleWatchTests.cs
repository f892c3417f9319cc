using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Data;
using MLNet.Gan.Tests.Generation;
using MLNet.Gan.Tests.Metrics;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Evaluation;

/// <summary>Images of another range or layout than the network's are refused by evaluations.</summary>
[TestClass]
public sealed class SampleWatchTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    [DataRow(0f, 255f, "PixelRange.Bytes")]
    [DataRow(0f, 1f, "PixelRange.Unit")]
    public void Evaluate_OfAnotherRange_NamesTheArgumentsOfExtractPixels(float least, float most, string range)
    {
        using var network = Network();

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(
            () => Evaluate(network, null, View(-1, 1), View(least, most, "Generated")));

        Assert.StartsWith(
            $"The values of column 'Generated' lie from {least} to {most}, but they should lie from -1 to 1. Extract the pixels with "
                + "ml.Transforms.ExtractPixels(…, offsetImage: 127.5f, scaleImage: 1 / 127.5f), or set Range of the network's options to "
                + $"{range}.", thrown.Message);
        Assert.StartsWith($"The values of column 'Features' lie from {least} to {most}", Assert.ThrowsExactly<InvalidOperationException>(
            () => Evaluate(network, null, View(least, most), View(-1, 1, "Generated"))).Message);
    }

    [TestMethod]
    public void Evaluate_OfADeclaredRange_IsThatOfTheSameImages()
    {
        using var network = Network();

        var ofUnit = Evaluate(network, PixelRange.Unit, View(0, 1), View(0, 0.5f, "Generated"));
        var usual = Evaluate(network, null, View(-1, 1), View(-1, 0, "Generated"));

        Assert.AreEqual(usual.Frechet.Value, ofUnit.Frechet.Value, 1e-9);
        Assert.IsFalse(ofUnit.Frechet.Warnings.Any(warning => warning.Code == ScoreWarning.ValueRange));
    }

    [TestMethod]
    public void Evaluate_OfBrightImages_WarnsAndScores()
    {
        using var network = Network();

        var scores = Evaluate(network, null, View(-1, 1), View(0.1f, 1, "Generated"));

        Assert.Contains("The values of column 'Generated' lie from 0.1 to 1, in the upper half of −1 to 1",
            scores.Frechet.Warnings.Single(warning => warning.Code == ScoreWarning.ValueRange).Message);
        Assert.IsTrue(scores.Frechet.Value > 0);
    }

    [TestMethod]
    public void Evaluate_OfImagesThatAreClipped_Warns()
    {
        using var network = Network();

        // Of 576 values −2 + 4 i / 575, 137 are below −1.05 and as many above 1.05.
        Assert.AreEqual("The values of column 'Generated' lie from -2 to 2, but they should lie from -1 to 1: 47.6 % of them are clipped to black or "
            + "white, as after a normalization by the means and deviations of a data set. Undo it, or scale them.",
            Evaluate(network, null, View(-1, 1), View(-2, 2, "Generated")).Frechet.Warnings
                .Single(warning => warning.Code == ScoreWarning.ValueRange).Message);
        Assert.IsFalse(Evaluate(network, null, View(-1, 1), View(-1, 1.04f, "Generated")).Frechet.Warnings
            .Any(warning => warning.Code == ScoreWarning.ValueRange));
    }

    [TestMethod]
    public void Evaluate_OfInterleavedPixels_IsRefused()
    {
        using var network = Network();
        var (planes, interleaved) = (View(-1, 1), View(-1, 1, dimensions: [12, 16, 3]));

        Assert.Contains(
            "expected Vector<Single, 3, 12, 16>, got Vector<Single, 12, 16, 3>. The colors of its pixels are interleaved, but a sample has a "
                + "plane for each color. Extract the pixels with interleavePixelColors: false.",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Evaluate(network, null, planes, interleaved, "Features")).Message);
        Assert.Contains("Height and width are exchanged", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => Evaluate(network, null, View(-1, 1, dimensions: [3, 16, 12]), planes, "Features")).Message);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Context.Gan.Features(
            "F", "Features", new ImageExtractor(network, null, Shape, isLogits: false)).Fit(interleaved));
    }

    [TestMethod]
    [DataRow(0f, 255f, "PixelRange.Bytes")]
    [DataRow(0f, 1f, "PixelRange.Unit")]
    public void Features_OfAnotherRange_NameTheArgumentsOfExtractPixels(float least, float most, string range)
    {
        using var network = Network();
        List<float[]> Features(PixelRange? declared, IDataView view) => TestData.Read(Context.Gan.Features(
            "Seen", "Features", new ImageExtractor(network, declared, Shape, isLogits: false)).Fit(view).Transform(view), "Seen");

        Assert.AreEqual(
            $"The values of column 'Features' lie from {least} to {most}, but they should lie from -1 to 1. Extract the pixels with "
                + "ml.Transforms.ExtractPixels(…, offsetImage: 127.5f, scaleImage: 1 / 127.5f), or set Range of the network's options to "
                + $"{range}.", Assert.ThrowsExactly<InvalidOperationException>(() => Features(null, View(least, most))).Message);
        TestData.AssertSame(Features(null, View(-1, 1)), Features(new(least, most), View(least, most)));
    }

    [TestMethod]
    [DataRow(-1f, 1f, 0f, 255f, "Generated", "Features", "-1 to 1", ", offsetImage: 127.5f, scaleImage: 1 / 127.5f")]
    [DataRow(-1f, 1f, 0f, 1f, "Generated", "Features", "-1 to 1", ", offsetImage: 127.5f, scaleImage: 1 / 127.5f")]
    [DataRow(0f, 255f, -1f, 1f, "Features", "Generated", "-1 to 1", ", offsetImage: 127.5f, scaleImage: 1 / 127.5f")]
    [DataRow(0f, 1f, -1f, 1f, "Features", "Generated", "-1 to 1", ", offsetImage: 127.5f, scaleImage: 1 / 127.5f")]
    [DataRow(0f, 1f, 0f, 255f, "Generated", "Features", "0 to 1", ", scaleImage: 1 / 255f")]
    [DataRow(0f, 255f, 0f, 1f, "Generated", "Features", "0 to 255", "")]
    public void Evaluate_OfTwoRangesByANetworkFromAFile_RefusesOneSide(
        float least, float most, float otherLeast, float otherMost, string wrong, string right, string range, string arguments)
    {
        using var network = Means();
        var options = new EvaluationOptions { Features = network };
        var (real, generated) = (View(least, most), View(otherLeast, otherMost, "Generated"));
        var seen = wrong == "Features" ? $"{least} to {most}" : $"{otherLeast} to {otherMost}";
        var message = $"The values of column '{wrong}' lie from {seen}, but they should lie from {range}, as the values of column '{right}' "
            + $"do. Extract the pixels with ml.Transforms.ExtractPixels(…{arguments}): both sides need the range that the network takes.";

        Assert.AreEqual(message, Assert.ThrowsExactly<InvalidOperationException>(
            () => Context.Gan.Evaluate(real, generated, options)).Message);

        var watch = Context.Gan.Watch(options).Fit(generated);
        TestData.Read(watch.Transform(generated), "Generated");
        Assert.AreEqual(message, Assert.ThrowsExactly<InvalidOperationException>(() => watch.Score(real)).Message);
    }

    [TestMethod]
    [DataRow(-1f, 1f, -1f, 1f)]
    [DataRow(0f, 255f, 0f, 255f)]
    [DataRow(0f, 1f, 0f, 1f)]
    [DataRow(-1f, 1f, 0.3f, 0.9f)] // bright images
    [DataRow(-1f, 1f, -1f, -1f)] // black ones
    [DataRow(-2.1f, 2.6f, 0f, 1f)] // standardized ones, of no usual range
    public void Evaluate_OfOneRangeByANetworkFromAFile_Scores(float least, float most, float otherLeast, float otherMost)
    {
        using var network = Means();

        Assert.IsTrue(double.IsFinite(Context.Gan.Evaluate(
            View(least, most), View(otherLeast, otherMost, "Generated"), new() { Features = network }).Frechet.Value));
    }

    [TestMethod]
    public void Evaluate_OfVectorsByANetworkFromAFile_TakesAnyRanges()
    {
        using var network = FeatureNetwork.FromOnnx(ExternalGeneratorTests.Model("dynamic"), "vectors");
        IDataView Vectors(float least, float most) => Context.Data.LoadFromEnumerable(Enumerable.Range(0, 300).Select(i => new Dozen
        {
            Features = [.. Enumerable.Range(0, 12).Select(j => least + (most - least) * (i * 12 + j) / 3599)],
        }).ToArray());

        Assert.IsGreaterThan(1e4, Context.Gan.Evaluate(
            Vectors(-1, 1), Vectors(0, 255), new() { Features = network, GeneratedColumnName = "Features" }).Frechet.Value);
    }

    [TestMethod]
    [DataRow("of the batch", ScoreWarning.BatchDependence, "The network 'net' computes over the batch: its features differ between a row")]
    [DataRow("noise inside", ScoreWarning.RandomOutputs, "The network 'net' draws random numbers: its features differ between two runs")]
    public void Evaluate_ByAnUnstableNetwork_Warns(string name, string code, string message)
    {
        using var network = FeatureNetwork.FromOnnx(ExternalGeneratorTests.Model(name), "net");
        var vectors = Context.Data.LoadFromEnumerable(
            Samples.Plain(1, 300, 12).Chunk(12).Select(row => new Dozen { Features = row }).ToArray());

        var scores = Context.Gan.Evaluate(vectors, vectors, new() { Features = network, GeneratedColumnName = "Features" });

        Assert.StartsWith(message, scores.Frechet.Warnings.First(warning => warning.Code == code).Message);
    }

    [TestMethod]
    public void Evaluate_OfRealImagesFromTheCache_KeepsTheirWarnings()
    {
        using var network = Network();
        using var folder = new TemporaryFolder();
        var options = new EvaluationOptions
        {
            Features = new ImageExtractor(network, null, Shape, isLogits: false), CacheFolder = folder.Path,
        };
        string Warning() => Context.Gan.Evaluate(View(0.1f, 1), View(-1, 1, "Generated"), options).Frechet.Warnings
            .Single(warning => warning.Code == ScoreWarning.ValueRange).Message;

        var first = Warning();

        Assert.HasCount(1, Directory.GetFiles(folder.Path));
        Assert.AreEqual(first, Warning());
        Assert.StartsWith("The values of column 'Features' lie from 0.1 to 1, in the upper half of −1 to 1", first);
    }

    [TestMethod]
    public void Quantize_OfValuesFarOutside_IsRefused() => Assert.Contains(
        "The pixels lie from 0 to 255, but they should lie from -1 to 1. Extract the pixels with ml.Transforms.ExtractPixels(…, offsetImage: "
            + "127.5f, scaleImage: 1 / 127.5f), or set Range to PixelRange.Bytes.",
        Assert.ThrowsExactly<ArgumentException>(() => PixelRange.PlusMinusOne.Quantize(Ramp(0, 255), new byte[Size])).Message);

    [TestMethod]
    public void UpperHalfCheck_OfImagesFrom0To1_IsRefusedAndNoOthers()
    {
        var column = ImageColumn.Find(View(-1, 1).Schema, "Features", Shape, PixelRange.PlusMinusOne);

        Assert.Contains("The values of column 'Features' lie from 0 to 1, but images have values from −1 to 1",
            Assert.ThrowsExactly<InvalidOperationException>(() => See(column, false, 128, 255)).Message);
        See(column, isDeclared: true, 128, 255);
        See(column, false, 0, 255);
        See(column, false, 140, 255); // bright
        See(column, false, 128, 200); // not up to white
        See(column, false, 255, 255); // white
    }

    private sealed class Dozen
    {
        [VectorType(12)]
        public float[] Features { get; set; } = [];
    }

    private const int Size = 3 * 12 * 16;

    private static readonly SampleShape Shape = SampleShape.Image(3, 12, 16);

    private static void See(ImageColumn column, bool isDeclared, int least, int most) => new UpperHalfCheck(column, isDeclared).See(
        [.. Enumerable.Range(0, Size).Select(i => (byte)(least + (most - least) * i / (Size - 1)))]);

    private static GanScores Evaluate(
        ImageFeatures network, PixelRange? range, IDataView real, IDataView generated, string generatedColumn = "Generated") =>
        Context.Gan.Evaluate(real, generated, new()
        {
            Features = new ImageExtractor(network, range, Shape, isLogits: false), GeneratedColumnName = generatedColumn,
        });

    /// <summary>A network from a file, which knows no range, and whose features are the means of the planes.</summary>
    private static FeatureNetwork Means()
    {
        var graph = new OnnxGraph("means");
        graph.Output("features", graph.Add("Flatten", [graph.Add("GlobalAveragePool", [graph.Input("x", OnnxElement.Single, 3, 12, 16)])]), 3);
        return FeatureNetwork.FromOnnx(graph.ToBytes(new Dictionary<string, string>()), "means");
    }

    /// <summary>A network whose features are the means of the planes.</summary>
    private static ImageFeatures Network() => ImageFeatures.Open(
        $"{Guid.NewGuid()}",
        () =>
        {
            var graph = new OnnxGraph("means");
            var pixels = graph.Add("Cast", [graph.Images("x", OnnxElement.Byte, 3)], OnnxAttribute.Of("to", 1L));
            graph.Output("features", graph.Add("Flatten", [graph.Add("GlobalAveragePool", [pixels])]), 3);
            return OnnxSession.OfImages(graph.ToBytes(new Dictionary<string, string>
            {
                [ImageFeatures.NetworkKey] = "means", [ImageFeatures.SourceKey] = "1234567890", [ImageFeatures.PreprocessingKey] = "none",
            }), new() { Threads = 1 });
        },
        batchSize: 4);

    private static IDataView View(float least, float most, string column = "Features", params int[] dimensions)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema["Features"].ColumnType = new VectorDataViewType(
            NumberDataViewType.Single, dimensions.Length > 0 ? dimensions : [3, 12, 16]);
        schema["Features"].ColumnName = column;
        // Ramps that begin elsewhere in each row, so that the features vary.
        return Context.Data.LoadFromEnumerable(Enumerable.Range(0, 5).Select(row =>
        {
            var ramp = Ramp(least, most);
            return new Row { Features = [.. ramp[(row * 50)..], .. ramp[..(row * 50)]] };
        }).ToArray(), schema);
    }

    private static float[] Ramp(float least, float most) =>
        [.. Enumerable.Range(0, Size).Select(i => i == Size - 1 ? most : least + (most - least) * i / (Size - 1))];
}
