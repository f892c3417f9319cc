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
        Sparse.CopyTo(copy, 1);
        CollectionAssert.AreEqual(new float[] { 1, 0, 7, 0, 9 }, copy);
        Assert.AreEqual(9, Sparse.GetItemOrDefault(3));
        Assert.AreEqual(0, Sparse.GetItemOrDefault(2));
        Assert.AreEqual("1=7 3=9", string.Join(' ', Sparse.Items().Select(item => $"{item.Key}={item.Value}")));
        Assert.HasCount(4, Sparse.Items(all: true).ToList());
    }

    [TestMethod]
    public void CopyTo_AnotherBuffer_KeepsTheForm()
    {
        VBuffer<float> copy = default;
        Sparse.CopyTo(ref copy);
        Assert.AreEqual("1 3", string.Join(' ', copy.GetIndices().ToArray()));
        Sparse.CopyToDense(ref copy);
        Assert.IsTrue(copy.IsDense);
        Sparse.CopyTo(ref copy, 1, 3);
        CollectionAssert.AreEqual(new float[] { 7, 0, 9 }, copy.DenseValues().ToArray());
    }

    [TestMethod]
    public void Editor_OfALargeEnoughBuffer_UsesItsArrayAgain()
    {
        float[] array = [1, 2, 3];
        VBuffer<float> buffer = new(3, array);
        var editor = VBufferEditor.Create(ref buffer, 2);
        editor.Values[0] = 5;
        buffer = editor.Commit();
        Assert.IsFalse(editor.CreatedNewValues);
        Assert.AreEqual(5, array[0]);
        Assert.AreEqual(2, buffer.Length);
        Assert.IsTrue(VBufferEditor.Create(ref buffer, 4).CreatedNewValues);
    }

    [TestMethod]
    public void Editor_OfASparseVector_Truncates()
    {
        VBuffer<float> buffer = default;
        var editor = VBufferEditor.Create(ref buffer, 10, 3);
        (editor.Values[0], editor.Indices[0]) = (4, 6);
        buffer = editor.CommitTruncated(1);
        Assert.AreEqual(4, buffer.GetItemOrDefault(6));
        Assert.AreEqual(1, buffer.GetValues().Length);
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
