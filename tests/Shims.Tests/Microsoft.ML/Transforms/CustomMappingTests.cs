using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests.Transforms;

[TestClass]
public sealed class CustomMappingTests
{
    private static readonly TransformsCatalog Transforms = Some.Context.Transforms;

    [TestMethod]
    public void Mapping_OfARow_AddsItsColumns()
    {
        var estimator = Transforms.CustomMapping<Point, Out>((point, output) => (output.Sum, output.Text) = (point.X.Sum() + point.Label, "ok"), null);
        var output = estimator.Fit(Some.Points(3)).Transform(Some.Points(3));
        CollectionAssert.AreEqual(new float[] { 1, 2, 3 }, output.GetColumn<float>("Sum").ToArray());
        Assert.AreEqual("ok", output.GetColumn<string>("Text").First());
        Assert.AreEqual("X Label Sum Text", string.Join(' ', output.Schema.Select(column => column.Name)));
    }

    [TestMethod]
    public void Mapping_OfSeveralColumns_IsCalledOnceARow()
    {
        var calls = 0;
        var view = Transforms.CustomMapping<Point, Out>((_, _) => calls++, null).Fit(Some.Points(4)).Transform(Some.Points(4));
        Assert.AreEqual(0, calls);
        Assert.HasCount(4, Some.Context.Data.CreateEnumerable<Out>(view, reuseRowObject: false).ToList());
        Assert.AreEqual(4, calls);
    }

    [TestMethod]
    public void OutputSchema_OfADefinition_HasItsNamesAndTypes()
    {
        var definition = SchemaDefinition.Create(typeof(Slot), SchemaDefinition.Direction.Read);
        var column = definition["Value"];
        (column.ColumnName, column.ColumnType) = ("Image", new VectorDataViewType(NumberDataViewType.Single, 1, 2, 2));
        var estimator = Transforms.CustomMapping<Nothing, Slot>((_, _) => { }, null, outputSchemaDefinition: definition);
        var shape = estimator.GetOutputSchema(Capture.Of(Some.Points(1).Schema)).Single(c => c.Name == "Image");
        Assert.AreEqual(SchemaShape.Column.VectorKind.Vector, shape.Kind);
        Assert.AreEqual(column.ColumnType, estimator.Fit(Some.Points(1)).GetOutputSchema(Some.Points(1).Schema)["Image"].Type);
    }

    [TestMethod]
    public void Input_ThatIsMissingOrOfAWrongType_Throws()
    {
        var missing = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Transforms.CustomMapping<Slot, Nothing>((_, _) => { }, null).Fit(Some.Points(1)));
        Assert.Contains("Could not find input column 'Value'", missing.Message);
        var wrong = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Transforms.CustomMapping<Wrong, Nothing>((_, _) => { }, null).Fit(Some.Points(1)));
        Assert.Contains("Schema mismatch for input column 'X': expected Single, got Vector<Single>", wrong.Message);
    }

    [TestMethod]
    public void Mapping_ReadByParallelCursors_KeepsRowsApart()
    {
        var points = Some.Points(2000);
        var view = Transforms.CustomMapping<Point, Out>((point, output) => output.Sum = point.X[0], null).Fit(points).Transform(points);
        var sums = view.GetRowCursorSet(view.Schema, 2).AsParallel().SelectMany(cursor =>
        {
            var getSum = cursor.GetGetter<float>(view.Schema["Sum"]);
            List<float> read = [];
            for (float sum = 0; cursor.MoveNext(); read.Add(sum))
                getSum(ref sum);
            return read;
        });
        CollectionAssert.AreEquivalent(Enumerable.Range(0, 2000).Select(i => (float)i).ToList(), sums.ToList());
    }

    private sealed class Out
    {
        public float Sum { get; set; }

        public string Text { get; set; } = "";
    }

    private sealed class Slot
    {
        public float[] Value { get; set; } = [];
    }

    private sealed class Wrong
    {
        public float X { get; set; }
    }
}
