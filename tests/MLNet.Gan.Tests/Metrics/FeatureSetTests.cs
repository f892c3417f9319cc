using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class FeatureSetTests
{
    [TestMethod]
    public void Add_InPieces_KeepsAllRows()
    {
        var set = new FeatureSet(2, 3, Evidence.Moments | Evidence.Features | Evidence.Logits);

        set.Add([1, 2], [7, 8, 9]);
        Assert.HasCount(2, set.Features.ToArray());
        set.Add([3, 4, 5, 6], [1, 2, 3, 4, 5, 6]);

        CollectionAssert.AreEqual(new float[] { 1, 2, 3, 4, 5, 6 }, set.Features.ToArray());
        CollectionAssert.AreEqual(new float[] { 7, 8, 9, 1, 2, 3, 4, 5, 6 }, set.Logits.ToArray());
        CollectionAssert.AreEqual(new double[] { 3, 4 }, set.Statistics.Mean());
        Assert.AreEqual(3, set.Count);
    }

    [TestMethod]
    [DataRow(new float[] { 1, 2, 3 }, new float[] { 1, 2 }, "no whole number of rows of 2")]
    [DataRow(new float[] { 1, 2 }, new float[] { 1 }, "1 samples need 1 × 2 logits, but there are 1")]
    [DataRow(new float[] { 1, float.NaN }, new float[] { 1, 2 }, "column 1 of the features is NaN")]
    [DataRow(new float[] { 1, 2 }, new float[] { float.PositiveInfinity, 2 }, "column 0 of the logits is Infinity")]
    public void Add_OfUnfitRows_IsRefusedAndAddsNothing(float[] features, float[] logits, string message)
    {
        var set = new FeatureSet(2, 2, Evidence.Moments | Evidence.Features | Evidence.Logits);

        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => set.Add(features, logits)).Message, message);

        Assert.AreEqual(0, set.Count);
        Assert.AreEqual(0, set.Statistics.Count);
        Assert.AreEqual(0, set.Features.Length + set.Logits.Length);
    }

    [TestMethod]
    public void Features_OfMomentsAlone_AreRefused()
    {
        var set = FeatureSet.Of(Statistics.Of([1, 2, 3], 1));

        Assert.AreEqual(3, set.Count);
        StringAssert.Contains(
            Assert.ThrowsExactly<InvalidOperationException>(() => _ = set.Features).Message, "Features of these samples");
        StringAssert.Contains(
            Assert.ThrowsExactly<InvalidOperationException>(() => _ = set.Logits).Message, "Logits of these samples");
    }

    [TestMethod]
    public void Statistics_ThatNobodyAskedFor_AreRefused() =>
        Assert.ThrowsExactly<InvalidOperationException>(() => _ = new FeatureSet(1, evidence: Evidence.Features).Statistics);
}
