using System.Globalization;

namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class ClassificationScoreTests
{
    private static readonly ClassPredictions Predictions = new()
    {
        Classes = ["0", "1", "2"], Actual = Names("actual"), Predicted = Names("predicted"),
        MinorityScores = [.. SmoteReference.Of("scores").GetProperty("scores").EnumerateArray().Select(value => value.GetDouble())],
    };

    [TestMethod]
    public void AveragePrecision_WithTies_IsThatOfScikitLearn() => AssertIs("average_precision", new AveragePrecision());

    [TestMethod]
    public void MinorityF1_IsThatOfScikitLearn() => AssertIs("f1_of_0", new MinorityF1());

    [TestMethod]
    public void MacroF1_IsThatOfScikitLearn() => AssertIs("macro_f1", new MacroF1());

    [TestMethod]
    public void AveragePrecision_ByHand()
    {
        // In the order of the scores: hit, miss, hit: (1/1 + 2/3) / 2.
        var predictions = new ClassPredictions
        {
            Classes = ["a", "b"], Actual = ["a", "b", "a"], Predicted = ["b", "b", "b"], MinorityScores = [0.1, 0.5, 0.9],
        };

        Assert.AreEqual(5.0 / 6, new AveragePrecision().Of(predictions), 1e-12);
        Assert.AreEqual(0, new MinorityF1().Of(predictions));
    }

    [TestMethod]
    public void AveragePrecision_WithoutScores_IsRefused() => Assert.Contains("or compare by MinorityF1",
        Assert.ThrowsExactly<InvalidOperationException>(() => new AveragePrecision().Of(Predictions with { MinorityScores = null })).Message);

    private static void AssertIs(string name, IClassificationScore score) =>
        Assert.AreEqual(SmoteReference.Of("scores").Number(name), score.Of(Predictions), 1e-12);

    private static string[] Names(string name) =>
        [.. SmoteReference.Of("scores").Integers(name).Select(value => value.ToString(CultureInfo.InvariantCulture))];
}
