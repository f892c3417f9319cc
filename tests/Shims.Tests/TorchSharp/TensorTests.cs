using System.Runtime.InteropServices;

namespace TorchSharp.Tests;

[TestClass]
public sealed class TensorTests
{
    [TestMethod]
    public void Bytes_OfAContiguousTensor_AreItsMemory()
    {
        using var tensor = zeros(2, 2);

        MemoryMarshal.AsBytes(new[] { 1f, 2, 3, 4 }.AsSpan()).CopyTo(tensor.bytes);

        Assert.AreEqual(16, tensor.bytes.Length);
        Assert.AreEqual(3, tensor[1, 0].ToSingle());
    }

    [TestMethod]
    public void Data_OfATransposedTensor_ComesInTheOrderOfItsIndices()
    {
        using var scope = NewDisposeScope();
        var transposed = tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).t();
        var data = transposed.data<int>();

        CollectionAssert.AreEqual(new[] { 1, 4, 2, 5, 3, 6 }, data.ToArray());
        Assert.AreEqual(6, data.Count);
    }

    [TestMethod]
    public void Data_OfAnotherType_Throws()
    {
        using var tensor = ones(1);

        Assert.ThrowsExactly<ArgumentException>(() => tensor.data<int>());
    }

    [TestMethod]
    public void Tensor_FromAnArray_CopiesIt()
    {
        float[] values = [1, 2, 3];
        using var made = tensor(values);

        values[0] = 9;

        Assert.AreEqual(6, made.sum().ToSingle());
    }

    [TestMethod]
    public void Tensor_FromValuesOfEachType_HasThatType()
    {
        using var scope = NewDisposeScope();

        Assert.AreEqual(ScalarType.Float32, tensor(1f).dtype);
        Assert.AreEqual(ScalarType.Float64, tensor(1.0).dtype);
        Assert.AreEqual(ScalarType.Int64, tensor(1L).dtype);
        Assert.AreEqual(ScalarType.Int32, tensor(1).dtype);
        Assert.AreEqual(ScalarType.Bool, tensor(true).dtype);
        Assert.AreEqual("[2x3], type = Int64, device = cpu", $"{tensor([1L, 2, 3, 4, 5, 6], [2, 3])}");
        Assert.AreEqual("[2], type = Float32, device = cpu", $"{tensor([1L, 2], dtype: float32)}");
        Assert.AreEqual("[], type = Float32, device = cpu", $"{tensor(1f)}");
        Assert.ThrowsExactly<ArgumentException>(() => tensor([1f, 2f], [3]));
    }

    [TestMethod]
    public void Indexer_WhenAssigned_ChangesThatPart()
    {
        using var scope = NewDisposeScope();
        var x = zeros(3, 3);

        x[0] = tensor(1f);
        x[1, 2] = tensor(5f);

        CollectionAssert.AreEqual(new float[] { 1, 1, 1, 0, 0, 5, 0, 0, 0 }, x.data<float>().ToArray());
    }

    [TestMethod]
    public void Indexer_OfFourDimensions_CountsFromTheEndWhenNegative()
    {
        using var scope = NewDisposeScope();
        var x = arange(24).view(2, 3, 4, 1);

        Assert.AreEqual(23, x[1, 2, 3, 0].ToInt64());
        Assert.AreEqual(23, x[-1, -1, -1, -1].ToInt64());
        CollectionAssert.AreEqual(new long[] { 4, 1 }, x[1, 2].shape);
    }

    [TestMethod]
    public void Equals_OfEqualValues_IsTrueThoughHashesDiffer()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(2), ones(2));

        Assert.IsTrue(a.Equals(b));
        Assert.IsTrue(a.Equals((object)b));
        Assert.IsFalse(a.Equals(zeros(2)));
        Assert.IsFalse(a.Equals("a"));
        Assert.AreNotEqual(a.GetHashCode(), b.GetHashCode());
        Assert.IsTrue((a == b).all().ToBoolean());
    }

    [TestMethod]
    public void To_TheSameTypeAndDevice_SharesTheMemory()
    {
        using var scope = NewDisposeScope();
        var x = zeros(1);

        x.to(float32).fill_(3);
        x.to(float32, copy: true).fill_(4);

        Assert.AreEqual(3, x.ToSingle());
        Assert.AreEqual(DeviceType.CPU, x.device.type);
        Assert.AreEqual("cuda:1", device("cuda:1").ToString());
    }

    [TestMethod]
    public void Grad_ReadTwice_IsOneNativeTensor()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        Assert.IsNull(x.grad);
        (x * 3).sum().backward();

        x.grad!.zero_();

        Assert.AreEqual(0, x.grad!.sum().ToSingle());
        x.grad = null;
        Assert.IsNull(x.grad);
    }

    [TestMethod]
    public void Parameter_OfATensor_TakesItOver()
    {
        using var scope = NewDisposeScope();
        var data = ones(2);

        Modules.Parameter parameter = new(data);

        Assert.IsTrue(data.IsInvalid);
        Assert.IsTrue(parameter.requires_grad && parameter.is_leaf);
        Assert.IsTrue(scope.Contains(parameter));
    }

    [TestMethod]
    public void Cat_OfMoreTensorsThanFitOnTheStack_Works()
    {
        using var scope = NewDisposeScope();

        var joined = cat([.. Enumerable.Range(0, 1000).Select(i => full([1L], i))]);

        Assert.AreEqual(499_500, joined.sum().ToSingle());
    }

    [TestMethod]
    public void Operators_OnManyThreadsUnderGarbageCollection_StayRight()
    {
        Parallel.For(0, 8, seed =>
        {
            for (var i = 0; i < 300; i++)
            {
                // Nothing holds the intermediates: finalizers may free them as soon as they are used.
                var sum = (full([16L], seed) * 2 + full([16L], i)).sum().ToSingle();
                Assert.AreEqual(16 * (2 * seed + i), sum);
                if (i % 50 == 0)
                    GC.Collect();
            }
        });
        GC.WaitForPendingFinalizers();
    }
}
