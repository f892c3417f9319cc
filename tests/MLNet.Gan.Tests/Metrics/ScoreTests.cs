using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class ScoreTests
{
    private static readonly Protocol Protocol = new("net", "6725826d", "clean", 60_000, 10_000)
    {
        Split = "test",
        Seed = 3,
        Settings = "k = 3",
    };

    private static readonly Score Recall = new("recall", 0.51234567, Protocol)
    {
        Deviation = 0.02,
        Interval = new(0.4, 0.6, 0.95),
        Warnings = [new(ScoreWarning.FewSamples, "Beware.")],
    };

    [TestMethod]
    public void ToString_IsOneLineWithProtocolAndWarnings() => Assert.AreEqual(
        "recall = 0.5123 ± 0.02 [0.4, 0.6] (network net, weights 6725826d, preprocessing clean, real 60000, "
            + "generated 10000, split test, seed 3, settings k = 3) Warning: Beware.",
        Recall.ToString());

    [TestMethod]
    [DataRow(0, "m = 0 (")]
    [DataRow(-1.234e-9, "m = -1.234e-9 (")]
    [DataRow(0.00012344, "m = 1.234e-4 (")]
    [DataRow(double.NaN, "m = NaN (")]
    [DataRow(12345.6789, "m = 12345.6789 (")]
    public void ToString_ShowsSmallValuesToo(double value, string start) =>
        StringAssert.StartsWith(new Score("m", value, Protocol).ToString(), start);

    [TestMethod]
    public void ToString_OfUnknownCounts_SaysSo()
    {
        Assert.StartsWith("m = 1 (network net, weights 6725826d, preprocessing clean, real unknown, generated 7, ",
            new Score("m", 1, new Protocol("net", "6725826d", "clean", 0, 7)).ToString());
        CollectionAssert.AreEqual(new[] { "generated: unknown and 7" },
            new Protocol("net", "", "", 5, 0).Differences(new("net", "", "", 5, 7)).ToArray());
    }

    [TestMethod]
    public void FromJson_OfToJson_IsTheSame()
    {
        var again = Score.FromJson(Recall.ToJson());

        Assert.AreEqual(Recall with { Warnings = again.Warnings }, again);
        CollectionAssert.AreEqual(Recall.Warnings.ToArray(), again.Warnings.ToArray());
        StringAssert.Contains(Recall.ToJson(), "\"weights\": \"6725826d\"");
    }

    [TestMethod]
    [DataRow("", "not the JSON of a score")]
    [DataRow("{\"value\": 1}", "needs a name")]
    [DataRow("null", "needs a name")]
    public void FromJson_OfSomethingElse_IsRefused(string json, string message) =>
        StringAssert.Contains(Assert.ThrowsExactly<FormatException>(() => Score.FromJson(json)).Message, message);

    [TestMethod]
    public void Minus_OfTheSameProtocol_IsTheDifference() =>
        Assert.AreEqual(0.1, (Recall with { Value = 0.75 }).Minus(Recall with { Value = 0.65 }), 1e-12);

    public static IEnumerable<object[]> Others =>
    [
        [Recall with { Name = "precision" }, "metric: recall and precision"],
        [Recall with { Protocol = Protocol with { Network = "other" } }, "network: net and other"],
        [Recall with { Protocol = Protocol with { Weights = "" } }, "weights: 6725826d and nothing"],
        [Recall with { Protocol = Protocol with { Preprocessing = "tf" } }, "preprocessing: clean and tf"],
        [Recall with { Protocol = Protocol with { Classifier = "c" } }, "classifier: nothing and c"],
        [Recall with { Protocol = Protocol with { RealCount = 1 } }, "real: 60000 and 1"],
        [Recall with { Protocol = Protocol with { GeneratedCount = 1 } }, "generated: 10000 and 1"],
        [Recall with { Protocol = Protocol with { Split = "train" } }, "split: test and train"],
        [Recall with { Protocol = Protocol with { Seed = 4 } }, "seed: 3 and 4"],
        [Recall with { Protocol = Protocol with { Settings = "k = 5" } }, "settings: k = 3 and k = 5"],
    ];

    [TestMethod]
    [DynamicData(nameof(Others))]
    public void Minus_OfAnotherProtocol_IsRefusedWithTheDifference(Score other, string difference) =>
        StringAssert.Contains(
            Assert.ThrowsExactly<InvalidOperationException>(() => Recall.Minus(other)).Message, $"({difference})");
}
