using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Options;

[TestClass]
public sealed class ScoringOptionsTests
{
    // A tenth of 500 rows or more, at most as many as samples; a given share is rounded up.
    [TestMethod]
    [DataRow(null, 499, 0)]
    [DataRow(null, 500, 50)]
    [DataRow(null, 1001, 101)]
    [DataRow(null, 20_000, 1000)]
    [DataRow(0.25, 10, 3)]
    [DataRow(0.0, 5000, 0)]
    [DataRow(0.5, 4000, 1000)]
    public void HeldOutOf_Rows_IsTheirNumber(double? holdOut, int rows, int expected) =>
        Assert.AreEqual(expected, new ScoringOptions { HoldOut = holdOut }.HeldOutOf(rows));

    [TestMethod]
    [DataRow(null, 999, false)]
    [DataRow(null, 1000, true)]
    [DataRow(500, 3, true)]
    public void Scores_ARun_OfAThousandStepsOrWithAnInterval(int? interval, int steps, bool expected) =>
        Assert.AreEqual(expected, new ScoringOptions { Interval = interval }.Scores(Some.Options with { Steps = steps }));

    [TestMethod]
    public void Steps_AreTheIntervalOr500()
    {
        Assert.AreEqual(500, new ScoringOptions().Steps);
        Assert.AreEqual(7, new ScoringOptions { Interval = 7 }.Steps);
    }
}
