using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class CategorySharesTests
{
    [TestMethod]
    public void Rarest_OfAOneHotTable_IsTheValueThatGeneratedSamplesLackMost()
    {
        using var scope = NewDisposeScope();
        using var samples = Table();
        var shares = CategoryShares.Of(samples, seed: 1)!;

        // Components 1 to 3 are one-hot with shares of 0.6, 0.3 and 0.1. Of ten generated samples, 7, 3 and none have them.
        var rarest = shares.Rarest(Generated(7, 3, 0));

        Assert.AreEqual(3, rarest.Component);
        Assert.AreEqual(0.1, rarest.Real, 1e-6);
        Assert.AreEqual(0, rarest.Generated);
    }

    [TestMethod]
    public void Rarest_WhereTheOtherValueIsLacking_IsItsShare()
    {
        using var scope = NewDisposeScope();
        using var samples = Table();
        var shares = CategoryShares.Of(samples, seed: 1)!;

        // All have component 1: its value 0, which 0.4 of the real samples have, is lacking, and both others are, too: (0 + 0.1) /
        // (0.4 + 0.1) is the least of the three quotients.
        var rarest = shares.Rarest(Generated(10, 0, 0));

        Assert.AreEqual(1, rarest.Component);
        Assert.AreEqual(0.4, rarest.Real, 1e-6);
        Assert.AreEqual(0, rarest.Generated);
    }

    [TestMethod]
    public void Rarest_BesideOneThatFewHave_IsTheCommonOne()
    {
        using var scope = NewDisposeScope();
        // Of 50 rows two have component 0 and five have component 1; of 100 generated samples none and two. Relative to the real shares,
        // component 0 has least, (0 + 0.01) / (0.04 + 0.01) = 0.2 against (0.02 + 0.01) / (0.1 + 0.01) = 0.27, but may be missing by chance.
        using var samples = new SampleSet(tensor(
            [.. Enumerable.Range(0, 50).SelectMany(row => (float[])[row < 2 ? 1 : 0, row >= 45 ? 1 : 0])], [50, 2]).DetachFromDisposeScope());
        var generated = zeros(100, 2);
        generated[TensorIndex.Slice(0, 2), 1] = 1;

        var rarest = CategoryShares.Of(samples, seed: 1)!.Rarest(generated);

        Assert.AreEqual((1, 0.02), (rarest.Component, rarest.Generated));
    }

    [TestMethod]
    public void Rarest_OfAStandardizedTable_IsTheSame()
    {
        using var scope = NewDisposeScope();
        using var samples = Table();
        samples.Standardize();
        var shares = CategoryShares.Of(samples, seed: 1)!;
        var (means, deviations) = (samples.Standardization!.Means, samples.Standardization.Deviations);

        var generated = Generated(7, 3, 0);
        for (var i = 0; i < 4; i++)
            generated.select(1, i).sub_(means[i]).div_(deviations[i]);

        var rarest = shares.Rarest(generated);
        Assert.AreEqual((3, 0.0), (rarest.Component, rarest.Generated));
        Assert.AreEqual(0.1, rarest.Real, 1e-6);
    }

    [TestMethod]
    public void Of_NumbersAndConstants_IsNone()
    {
        using var scope = NewDisposeScope();
        using var numbers = Some.Points();
        using var constant = new SampleSet(ones(40, 2).DetachFromDisposeScope());

        Assert.IsNull(CategoryShares.Of(numbers, seed: 1));
        Assert.IsNull(CategoryShares.Of(constant, seed: 1));
    }

    private static SampleSet Table() => new(tensor(
        [.. Enumerable.Range(0, 50).SelectMany(row => (float[])[row * 0.37f, row % 10 < 6 ? 1 : 0, row % 10 is >= 6 and < 9 ? 1 : 0, row % 10 == 9 ? 1 : 0])],
        [50, 4]).DetachFromDisposeScope());

    /// <summary>Ten rows of categories that are nearly one-hot.</summary>
    private static Tensor Generated(int first, int second, int third) => tensor(
        [
            .. Enumerable.Repeat((float[])[1, 0.9f, 0.1f, 0], first).SelectMany(row => row),
            .. Enumerable.Repeat((float[])[2, 0.2f, 0.7f, 0], second).SelectMany(row => row),
            .. Enumerable.Repeat((float[])[3, 0, 0, 1], third).SelectMany(row => row),
        ], [10, 4]);
}
