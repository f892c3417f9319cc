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
    private static readonly MLContext Context = TestData.Context;

    public static IEnumerable<object?[]> Types =>
    [
        ["Vector(16)", Vector(NumberDataViewType.Single, 16)],
        ["Image(1, 28, 28)", Vector(NumberDataViewType.Single, 1, 28, 28)],
        ["Image(4, 2, 3)", Vector(NumberDataViewType.Single, 4, 2, 3)],
        ["Vector(30)", Vector(NumberDataViewType.Single, 5, 2, 3)],
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
            (Vector(NumberDataViewType.Byte, 47), SampleShape.Image(1, 8, 6), "expected a vector of Single or Byte with the dimensions"),
            (Vector(NumberDataViewType.Byte, 48), SampleShape.Vector(48), "expected a vector of Single or Byte with the dimensions"),
        })
        {
            var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => FeatureColumn.Find(Schema(type), "Features", shape));

            Assert.StartsWith($"Schema mismatch for input column 'Features': {text}", thrown.Message);
        }
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
