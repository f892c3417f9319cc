using Microsoft.ML;
using Microsoft.ML.Data;
using VectorKind = Microsoft.ML.SchemaShape.Column.VectorKind;

namespace Shims.Tests.Data;

[TestClass]
public sealed class SchemaShapeTests
{
    [TestMethod]
    public void Chain_FitOnASchema_ShowsItsShapeToTheFirstEstimator()
    {
        var shape = Capture.Of(Some.Schema(
            ("Scalar", NumberDataViewType.Single), ("Hidden", TextDataViewType.Instance),
            ("Vector", new VectorDataViewType(NumberDataViewType.Single, 2, 3)),
            ("Var", new VectorDataViewType(NumberDataViewType.Single)),
            ("Key", new KeyDataViewType(typeof(uint), 5)), ("Hidden", BooleanDataViewType.Instance)));

        Assert.AreEqual("Scalar Vector Var Key Hidden", string.Join(' ', shape.Select(column => column.Name)));
        Assert.AreEqual((VectorKind.Scalar, VectorKind.Vector, VectorKind.VariableVector), (shape[0].Kind, shape[1].Kind, shape[2].Kind));
        Assert.IsTrue(shape[3].IsKey);
        Assert.AreEqual(NumberDataViewType.UInt32, shape[3].ItemType);
        Assert.AreEqual(BooleanDataViewType.Instance, shape[4].ItemType);
    }

    [TestMethod]
    public void Shape_OfAnnotatedColumn_HasTheAnnotations()
    {
        var view = Some.Context.Transforms.Conversion.MapValueToKey("K", "Label").Fit(Some.Points(3)).Transform(Some.Points(3));
        var key = Capture.Of(view.Schema).Single(column => column.Name == "K");
        Assert.AreEqual("KeyValues", key.Annotations.Single().Name);
    }

    [TestMethod]
    public void Shape_OfAColumnThatIsNotInitialized_Throws()
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new SchemaShape([default]));
        Assert.Contains("Some items are not initialized properly.", thrown.Message);
    }

    [TestMethod]
    public void With_AddedColumns_ReplacesThoseOfTheSameName()
    {
        var shape = Capture.With(Capture.Of(Some.Points(1).Schema), [new("X", TextDataViewType.Instance), new("New", NumberDataViewType.Byte)]);
        Assert.AreEqual("X Label New", string.Join(' ', shape.Select(column => column.Name)));
        Assert.AreEqual(TextDataViewType.Instance, shape[0].ItemType);
    }
}
