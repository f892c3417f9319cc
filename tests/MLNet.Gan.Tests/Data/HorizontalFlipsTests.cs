using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Data;

[TestClass]
public sealed class HorizontalFlipsTests
{
    [TestMethod]
    public void Apply_MirrorsEveryOtherImageLeftToRight()
    {
        using var scope = NewDisposeScope();
        var image = tensor(new[] { 1f, 2, 3, 4, 5, 6 }).reshape(1, 1, 2, 3);

        var images = HorizontalFlips.Apply(image.repeat(1000, 1, 1, 1), new Generator(1));

        var isKept = images.flatten(1).select(1, 0) == 1;
        var mirrored = tensor(new[] { 3f, 2, 1, 6, 5, 4 }).reshape(1, 1, 2, 3);
        var expected = where(isKept.reshape(-1, 1, 1, 1), image, mirrored);
        AssertTensor.AreClose(expected, images, tolerance: 0);
        Assert.AreEqual(500, isKept.sum().ToInt64(), 50);
    }

    [TestMethod]
    public void Apply_IsAFunctionOfItsSeed()
    {
        using var scope = NewDisposeScope();
        double[] Values(ulong seed) => AssertTensor.Values(
            HorizontalFlips.Apply(arange(96).@float().reshape(16, 1, 2, 3), new Generator(seed)));

        CollectionAssert.AreEqual(Values(4), Values(4));
        CollectionAssert.AreNotEqual(Values(4), Values(5));
    }
}
