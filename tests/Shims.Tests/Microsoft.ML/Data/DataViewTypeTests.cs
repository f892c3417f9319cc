using System.Collections.Immutable;
using Microsoft.ML.Data;

namespace Shims.Tests.Data;

[TestClass]
public sealed class DataViewTypeTests
{
    [TestMethod]
    public void Vector_WithDimensions_HasTheirProductAsSize()
    {
        VectorDataViewType image = new(NumberDataViewType.Single, 3, 4, 5);
        Assert.AreEqual(60, image.Size);
        Assert.IsTrue(image.IsKnownSize);
        Assert.AreEqual(typeof(VBuffer<float>), image.RawType);
        Assert.IsTrue(image.Equals(new VectorDataViewType(NumberDataViewType.Single, ImmutableArray.Create(3, 4, 5))));
        Assert.IsFalse(image.Equals(new VectorDataViewType(NumberDataViewType.Single, 60)));
    }

    [TestMethod]
    public void Vector_WithoutASize_IsOfUnknownSize()
    {
        VectorDataViewType vector = new(NumberDataViewType.Single);
        Assert.IsFalse(vector.IsKnownSize);
        Assert.AreEqual(0, vector.Size);
    }

    [TestMethod]
    public void Key_OfAnotherCount_IsAnotherType()
    {
        Assert.AreEqual(new KeyDataViewType(typeof(uint), 3), new KeyDataViewType(typeof(uint), 3UL));
        Assert.AreNotEqual(new KeyDataViewType(typeof(uint), 3), new KeyDataViewType(typeof(uint), 4));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new KeyDataViewType(typeof(int), 3));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new KeyDataViewType(typeof(uint), 0));
    }
}
