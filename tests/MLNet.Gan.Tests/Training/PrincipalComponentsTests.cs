using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class PrincipalComponentsTests
{
    [TestMethod]
    public void Of_RowsOnTwoAxes_HasTheirDirectionsWithDeviationsOfOne()
    {
        // Around (7, 8, 5): along (3, 4, 0) / 5 by ±10 and along (4, −3, 0) / 5 by ±5; the third value is constant, and has no direction.
        // Over n − 1 = 3 the variances are 200 / 3 and 50 / 3, so the components are ±10 / √(200 / 3) and ±5 / √(50 / 3): ±√1.5.
        using var scope = NewDisposeScope();
        var rows = tensor([13f, 16, 5, 1, 0, 5, 11, 5, 5, 3, 11, 5], [4, 3]);

        using var components = new PrincipalComponents(rows, count: 3);
        var found = components.Of(rows).abs();

        Assert.AreEqual(2, components.Count);
        AssertTensor.AreClose(tensor([0, MathF.Sqrt(1.5f), 0, MathF.Sqrt(1.5f), MathF.Sqrt(1.5f), 0, MathF.Sqrt(1.5f), 0], [4, 2]), found, 1e-5);
    }

    [TestMethod]
    public void Of_MoreComponentsThanWanted_KeepsThoseOfTheLargestVariance()
    {
        using var scope = NewDisposeScope();
        var rows = tensor([13f, 16, 5, 1, 0, 5, 11, 5, 5, 3, 11, 5], [4, 3]);

        using var components = new PrincipalComponents(rows, count: 1);

        AssertTensor.AreClose(tensor([MathF.Sqrt(1.5f), MathF.Sqrt(1.5f), 0, 0], [4, 1]), components.Of(rows).abs(), 1e-5);
    }

    [TestMethod]
    public void Of_RowsThatAreAllEqual_IsFinite()
    {
        using var scope = NewDisposeScope();
        using var components = new PrincipalComponents(ones(4, 3), count: 2);

        Assert.IsTrue(AssertTensor.Values(components.Of(ones(4, 3))).All(double.IsFinite));
    }
}
