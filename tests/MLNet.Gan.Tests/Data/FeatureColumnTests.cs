using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using MLNet.Gan.Tests.Inception;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Data;

/// <summary>Columns that training reads, and what their types tell of the samples.</summary>
[TestClass]
public sealed class FeatureColumnTests
{
    private const string Interleaved = "expected Vector<Single, 3, 8, 6>, got Vector<Single, 8, 6, 3>. The colors of its pixels "
        + "are interleaved, but a sample has a plane for each color. Extract the pixels with interleavePixelColors: false.";
    private static readonly MLContext Context = TestData.Context;

    public static IEnumerable<object?[]> Types =>
    [
        ["Vector(16)", Vector(NumberDataViewType.Single, 16)],
        ["Image(1, 28, 28)", Vector(NumberDataViewType.Single, 1, 28, 28)],
        ["Image(4, 3, 2)", Vector(NumberDataViewType.Single, 4, 3, 2)],
        ["Image(5, 3, 2)", Vector(NumberDataViewType.Single, 5, 3, 2)],
        ["Image(3, 8, 3)", Vector(NumberDataViewType.Single, 3, 8, 3)],
        ["Vector(512)", Vector(NumberDataViewType.Single, 512, 1, 1)],
        [null, Vector(NumberDataViewType.Single, 28, 28, 3)],
        [null, Vector(NumberDataViewType.Single, 28, 28, 1)],
        [null, Vector(NumberDataViewType.Byte, 4, 2, 3)],
        ["Vector(6)", Vector(NumberDataViewType.Single, 2, 3)],
        ["Vector(3)", Vector(NumberDataViewType.Single, 3, 1, 1)],
        ["Image(3, 8, 6)", Vector(NumberDataViewType.Byte, 3, 8, 6)],
        ["Image(3, 8, 6)", new ImageDataViewType(8, 6)],
        [null, Vector(NumberDataViewType.Byte, 784)],
        [null, new VectorDataViewType(NumberDataViewType.Single)],
        [null, new ImageDataViewType()],
        [null, NumberDataViewType.Single],
        [null, Vector(NumberDataViewType.Double, 3)],
    ];

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void ShapeOf_AType_IsWhatItTells(string? shape, object type) =>
        Assert.AreEqual(shape, FeatureColumn.ShapeOf((DataViewType)type)?.ToString());

    [TestMethod]
    public void ShapeOf_ATypeThatDoesNotTellIt_SaysWhatToSet()
    {
        foreach (var (type, text) in new (DataViewType, string)[]
        {
            (Vector(NumberDataViewType.Byte, 784), "Vector<Byte, 784>"),
            (new VectorDataViewType(NumberDataViewType.Single), "Vector<Single>"),
            (new ImageDataViewType(), "an image of unknown size"),
        })
        {
            var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => FeatureColumn.ShapeOf(Schema(type), "Features"));

            Assert.AreEqual("inputSchema", thrown.ParamName);
            Assert.StartsWith(
                $"The type of input column 'Features' is {text}, which does not tell the shape of a sample. Set GanOptions.Shape",
                thrown.Message);
        }

        Assert.StartsWith("Schema mismatch for input column 'Features': expected Vector<Single>, Vector<Byte> or an image, got String",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(
                () => FeatureColumn.ShapeOf(Schema(TextDataViewType.Instance), "Features")).Message);
    }

    [TestMethod]
    public void Find_OfATypeThatDoesNotFitTheShape_ShowsBoth()
    {
        foreach (var (type, shape, text) in new (DataViewType, SampleShape, string)[]
        {
            (new ImageDataViewType(8, 6), SampleShape.Image(3, 6, 8), "expected Image(3, 6, 8), got an image of 8 × 6 pixels"),
            (new ImageDataViewType(8, 6), SampleShape.Image(2, 8, 6), "expected Image(2, 8, 6), got an image of 8 × 6 pixels"),
            (new ImageDataViewType(), SampleShape.Vector(48), "expected Vector(48), got an image of unknown size"),
            (Vector(NumberDataViewType.Byte, 47), SampleShape.Image(1, 8, 6), "expected Vector<Byte, 1, 8, 6>, got Vector<Byte, 47>. Shape of"),
            (Vector(NumberDataViewType.Single, 3, 6, 8), SampleShape.Image(3, 8, 6), "expected Vector<Single, 3, 8, 6>, got Vector<Single, 3, 6, 8>. "
                + "Height and width are exchanged: SampleShape.Image takes channels, height and width, ml.Transforms.ResizeImages the width "
                + "before the height. Shape of the options is Image(3, 8, 6): set it to that of the column, or in GanOptions to null, which takes the column's."),
            (Vector(NumberDataViewType.Single, 10), SampleShape.Vector(16), "expected Vector<Single, 16>, got Vector<Single, 10>. Shape of the "
                + "options is Vector(16): set it"),
            (Vector(NumberDataViewType.Single, 8, 6, 3), SampleShape.Image(3, 8, 6), Interleaved),
            (Vector(NumberDataViewType.Byte, 8, 6, 3), SampleShape.Image(3, 8, 6), Interleaved.Replace("Single", "Byte", StringComparison.Ordinal)),
            (Vector(NumberDataViewType.Byte, 48), SampleShape.Vector(48), "expected a vector of Single or Byte with the dimensions"),
        })
        {
            var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => FeatureColumn.Find(Schema(type), "Features", shape));

            Assert.StartsWith($"Schema mismatch for input column 'Features': {text}", thrown.Message);
        }
    }

    [TestMethod]
    public void Find_OfOneDimensionOfTheSameSize_TakesIt()
    {
        foreach (var (type, shape) in new[]
        {
            (Vector(NumberDataViewType.Single, 144), SampleShape.Image(3, 8, 6)),
            (Vector(NumberDataViewType.Byte, 144), SampleShape.Image(3, 8, 6)),
            (Vector(NumberDataViewType.Single, 3, 8, 6), SampleShape.Vector(144)),
        })
            Assert.AreEqual("Features", FeatureColumn.Find(Schema(type), "Features", shape).Name);
    }

    [TestMethod]
    public void Fit_OnPixelsThatMLNetInterleaves_SaysHowToExtractThem()
    {
        IDataView Pixels(bool interleaved) => Context.Transforms.ResizeImages("Sized", 8, 6, "Picture")
            .Append(Context.Transforms.ExtractPixels(
                "Features", "Sized", interleavePixelColors: interleaved, offsetImage: 127.5f, scaleImage: 1 / 127.5f))
            .Fit(new PictureView([(8, 6), (8, 6)])).Transform(new PictureView([(8, 6), (8, 6)]));
        var trainer = Context.Gan.Trainers.Gan(
            TestData.Options with { Architecture = new Mlp { Width = 8 }, Shape = null, BatchSize = 2, Steps = 1 });

        Assert.StartsWith("Schema mismatch for input column 'Features': expected Vector<Single, 3, 6, 8>, got Vector<Single, 6, 8, 3>. The "
            + "colors of its pixels are interleaved",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => trainer.Fit(Pixels(interleaved: true))).Message);
        using var model = trainer.Fit(Pixels(interleaved: false));
        Assert.AreEqual(SampleShape.Image(3, 6, 8), model.Shape);
    }

    [TestMethod]
    public void Read_OfBytes_BringsThemToMinus1To1()
    {
        var view = Context.Data.LoadFromEnumerable([new ByteRow { Pixels = [0, 255, 51, 204] }]);

        // p / 127.5 − 1: 51 and 204 are −0.6 and 0.6.
        AssertSamples([-1, 1, -0.6, 0.6], view, "Pixels", SampleShape.Image(1, 2, 2));
    }

    [TestMethod]
    public void Read_OfMLImages_TakesThemPlaneByPlane()
    {
        var planes = MadeUp.Image(seed: 0, 3, 5);

        AssertSamples([.. planes.Select(pixel => pixel / 127.5 - 1)], new PictureView([(3, 5)]), "Picture", SampleShape.Image(3, 3, 5));
    }

    [TestMethod]
    public void Read_OfMLImagesAsGray_TakesTheirLuma()
    {
        var planes = MadeUp.Image(seed: 0, 3, 5);
        var luma = Enumerable.Range(0, 15).Select(i => Math.Round(0.299 * planes[i] + 0.587 * planes[15 + i] + 0.114 * planes[30 + i]));

        AssertSamples([.. luma.Select(pixel => pixel / 127.5 - 1)], new PictureView([(3, 5)]), "Picture", SampleShape.Image(1, 3, 5));
    }

    [TestMethod]
    public void Read_OfAnMLImageOfAnotherSize_NamesItsRowAndBothSizes()
    {
        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => SampleSet.Read(
            new PictureView([(3, 5), (5, 3)]), "Picture", null, SampleShape.Image(3, 3, 5), isBounded: true, CPU));

        Assert.StartsWith(
            "Row 1 of column 'Picture' is an image of 5 × 3 pixels, but Image(3, 3, 5) needs 3 × 5. Resize the images first",
            thrown.Message);
    }

    [TestMethod]
    public void Check_OfAPromisedColumn_TellsTheShapeOfImagesAlone()
    {
        Assert.AreEqual(SampleShape.Image(3, 8, 6), Promised(new ImageDataViewType(8, 6)));
        Assert.IsNull(Promised(new ImageDataViewType()));
        Assert.IsNull(Promised(Vector(NumberDataViewType.Single, 16))); // A schema's shape has no sizes.
        Assert.IsNull(Promised(Vector(NumberDataViewType.Byte, 3, 8, 6)));
        Assert.StartsWith("The type of input column 'Features' is VarVector<Single>, which does not tell",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Promised(new VectorDataViewType(NumberDataViewType.Single))).Message);
    }

    private static SampleShape? Promised(DataViewType type) => FeatureColumn.Check(SchemaShapes.Of(Schema(type)), "Features", null);

    private static void AssertSamples(double[] expected, IDataView view, string column, SampleShape shape)
    {
        using var scope = NewDisposeScope();
        using var samples = SampleSet.Read(view, column, null, shape, isBounded: true, CPU);
        AssertTensor.AreClose(expected, samples[[0]].Samples, tolerance: 1e-6);
    }

    private static VectorDataViewType Vector(PrimitiveDataViewType item, params int[] dimensions) => new(item, dimensions);

    private static DataViewSchema Schema(DataViewType type)
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("Features", type);
        return builder.ToSchema();
    }

    private sealed class ByteRow
    {
        [VectorType(1, 2, 2)]
        public byte[] Pixels { get; set; } = [];
    }
}
