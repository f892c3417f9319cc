using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Data;
using MLNet.Gan.Tests.Pipelines;

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
