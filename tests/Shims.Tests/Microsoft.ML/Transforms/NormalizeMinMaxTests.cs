using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests.Transforms;

[TestClass]
public sealed class NormalizeMinMaxTests
{
    private static readonly IDataView Rows = Some.Context.Data.LoadFromEnumerable(
        [new Row { X = [-1, 10] }, new Row { X = [3, 20] }, new Row { X = [float.NaN, 15] }]);

    [TestMethod]
    public void Scale_WithZeroFixed_DividesByTheLargestMagnitude()
    {
        var output = Some.Context.Transforms.NormalizeMinMax("Y", "X").Fit(Rows).Transform(Rows);
        CollectionAssert.AreEqual(new[] { -1 * (1f / 3), 10 * (1f / 20) }, output.Vectors("Y").First());
        Assert.IsTrue(output.Schema["Y"].IsNormalized());
        Assert.IsTrue(float.IsNaN(output.Vectors("Y").Last()[0]));
    }

    [TestMethod]
    public void Scale_WithZeroFree_CoversTheUnitInterval()
    {
        var output = Some.Context.Transforms.NormalizeMinMax("Y", "X", fixZero: false).Fit(Rows).Transform(Rows);
        CollectionAssert.AreEqual(new float[] { 0, 0 }, output.Vectors("Y").First());
        CollectionAssert.AreEqual(new float[] { 1, 1 }, output.Vectors("Y").ElementAt(1));
    }

    [TestMethod]
    public void Fit_OnAVectorOfUnknownSize_Throws()
    {
        var rows = Some.Context.Data.LoadFromEnumerable([new Unsized { X = [1] }]);
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Some.Context.Transforms.NormalizeMinMax("X").Fit(rows));
        Assert.Contains("got VarVector<Single>", thrown.Message);
    }

    private sealed class Row
    {
        [VectorType(2)]
        public float[] X { get; set; } = [];
    }

    private sealed class Unsized
    {
        public float[] X { get; set; } = [];
    }
}
