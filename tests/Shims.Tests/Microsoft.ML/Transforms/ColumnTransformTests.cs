using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests.Transforms;

[TestClass]
public sealed class ColumnTransformTests
{
    private static readonly TransformsCatalog Transforms = Some.Context.Transforms;

    [TestMethod]
    public void Concatenate_OfScalarAndVector_JoinsValuesAndNames()
    {
        var rows = Some.Context.Data.LoadFromEnumerable([new Mixed { A = 1, B = [2, 3] }]);
        var output = Transforms.Concatenate("Features", "A", "B", "A").Fit(rows).Transform(rows);
        CollectionAssert.AreEqual(new float[] { 1, 2, 3, 1 }, output.Vectors("Features").Single());
        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 4), output.Schema["Features"].Type);
        VBuffer<ReadOnlyMemory<char>> names = default;
        output.Schema["Features"].GetSlotNames(ref names);
        Assert.AreEqual("A,,,A", string.Join(',', names.DenseValues()));
    }

    [TestMethod]
    public void Concatenate_OfDifferentTypes_Throws()
    {
        var rows = Some.Context.Data.LoadFromEnumerable([new Mixed()]);
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Transforms.Concatenate("F", "A", "C").Fit(rows));
        Assert.AreEqual("inputSchema", thrown.ParamName);
        Assert.Contains("Schema mismatch for input column 'C': expected Single, got Int32", thrown.Message);
    }

    [TestMethod]
    public void CopyColumns_OfAMissingColumn_SaysWhich()
    {
        var estimator = Transforms.CopyColumns("Y", "None");
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => estimator.Fit(Some.Points(1)));
        Assert.AreEqual("inputSchema", thrown.ParamName);
        Assert.Contains("Could not find input column 'None'", thrown.Message);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => estimator.GetOutputSchema(Capture.Of(Some.Points(1).Schema)));
    }

    [TestMethod]
    public void CopyColumns_OntoItself_HidesTheOlder()
    {
        var output = Transforms.CopyColumns("X", "X").Fit(Some.Points(1)).Transform(Some.Points(1));
        Assert.HasCount(3, output.Schema);
        Assert.IsTrue(output.Schema[0].IsHidden);
        Assert.AreEqual(2, output.Schema["X"].Index);
    }

    [TestMethod]
    public void DropColumns_OfAColumn_LeavesTheOthers()
    {
        Assert.AreEqual("X", Names(Transforms.DropColumns("Label").Fit(Some.Points(1))));
        Assert.AreEqual("X", string.Join(' ', Transforms.DropColumns("Label").GetOutputSchema(Capture.Of(Some.Points(1).Schema)).Select(c => c.Name)));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Transforms.DropColumns("None").Fit(Some.Points(1)));

        static string Names(ITransformer transformer) =>
            string.Join(' ', transformer.GetOutputSchema(Some.Points(1).Schema).Select(column => column.Name));
    }

    [TestMethod]
    public void View_OfATransform_ForwardsShufflingAndParallelCursors()
    {
        var points = Some.Points(300);
        var view = Transforms.CopyColumns("Y", "X").Append(Transforms.DropColumns("Label")).Fit(points).Transform(points);
        Assert.IsTrue(view.CanShuffle);
        Assert.AreEqual(300, view.GetRowCount());
        CollectionAssert.AreEqual(Some.Read(points, new Random(4)), Some.Read(view, new Random(4)));
        var cursors = view.GetRowCursorSet([view.Schema["X"]], 2);
        Assert.HasCount(2, cursors);
        CollectionAssert.AreEquivalent(Some.Read(points), cursors.SelectMany(Some.Read).ToList());
    }

    [TestMethod]
    public void EmptyName_OfAnOutput_Throws()
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Transforms.CopyColumns("", "X"));
        Assert.Contains("outputColumnName cannot be null or empty", thrown.Message);
    }

    private sealed class Mixed
    {
        public float A { get; set; }

        [VectorType(2)]
        public float[] B { get; set; } = [];

        public int C { get; set; }
    }
}
