using Microsoft.ML.Data;

namespace Shims.Tests.Data;

[TestClass]
public sealed class VBufferTests
{
    /// <summary>(0, 7, 0, 9).</summary>
    private static VBuffer<float> Sparse => new(4, 2, [7, 9], [1, 3]);

    [TestMethod]
    public void Sparse_ReadInEveryWay_HasItsZeros()
    {
        Assert.IsFalse(Sparse.IsDense);
        CollectionAssert.AreEqual(new float[] { 0, 7, 0, 9 }, Sparse.DenseValues().ToArray());
        var copy = new float[] { 1, 1, 1, 1, 1 };
        Sparse.CopyTo(copy);
        CollectionAssert.AreEqual(new float[] { 0, 7, 0, 9, 1 }, copy);
        CollectionAssert.AreEqual(new float[] { 7, 9 }, Sparse.GetValues().ToArray());
    }

    [TestMethod]
    public void CopyTo_AnotherBuffer_KeepsTheForm()
    {
        VBuffer<float> copy = default;
        Sparse.CopyTo(ref copy);
        Assert.AreEqual("1 3", string.Join(' ', copy.GetIndices().ToArray()));
        CollectionAssert.AreEqual(new float[] { 0, 7, 0, 9 }, copy.DenseValues().ToArray());
    }

    [TestMethod]
    public void Editor_OfALargeEnoughBuffer_UsesItsArrayAgain()
    {
        float[] array = [1, 2, 3];
        VBuffer<float> buffer = new(3, array);
        var editor = VBufferEditor.Create(ref buffer, 2);
        editor.Values[0] = 5;
        buffer = editor.Commit();
        Assert.AreEqual(5, array[0]);
        Assert.AreEqual(2, buffer.Length);
        VBufferEditor.Create(ref buffer, 4).Values[0] = 6;
        Assert.AreEqual(5, array[0]);
    }

    [TestMethod]
    public void Editor_OfASparseVector_TakesValuesAndPlaces()
    {
        VBuffer<float> buffer = default;
        var editor = VBufferEditor.Create(ref buffer, 7, 1);
        (editor.Values[0], editor.Indices[0]) = (4, 6);
        buffer = editor.Commit();
        CollectionAssert.AreEqual(new float[] { 0, 0, 0, 0, 0, 0, 4 }, buffer.DenseValues().ToArray());
    }

    [TestMethod]
    public void Constructor_WithTooFewValues_Throws() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new VBuffer<float>(3, [1, 2]));

    [TestMethod]
    public void Default_Buffer_IsEmptyAndDense()
    {
        VBuffer<float> buffer = default;
        Assert.IsTrue(buffer.IsDense);
        Assert.IsEmpty(buffer.DenseValues());
    }
}
