using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class LabelAccuracyTests
{
    // Seen: 0, 2, 1, 1 (the first of two equal ones).
    private static readonly float[] Logits = [3, 1, 2, -5, -4, -3, 0, 9, 1, 0, 7, 7];

    [TestMethod]
    public void Of_FourRows_CountsOverallAndPerClass()
    {
        var accuracy = LabelAccuracy.Of(Logits, [0, 0, 1, 1], 3, "c");

        Assert.AreEqual(4, accuracy.Count);
        Assert.AreEqual(0.75, accuracy.Overall, 1e-15);
        Assert.AreEqual(0.5, accuracy.PerClass[0], 1e-15);
        Assert.AreEqual(1, accuracy.PerClass[1], 1e-15);
        Assert.IsTrue(double.IsNaN(accuracy.PerClass[2]), "No sample was wanted of label 2.");
    }

    [TestMethod]
    public void ToString_IsOneLineWithTheWorstLabel() => Assert.AreEqual(
        "Label accuracy (fashion-mnist-classifier) = 75.0% of 4 samples, least 50.0% for label 0",
        LabelAccuracy.Of(Logits, [0, 0, 1, 1], 3, "fashion-mnist-classifier").ToString());

    [TestMethod]
    public void Of_TooFewLogits_IsRefused()
    {
        var exception = Assert.ThrowsExactly<ArgumentException>(() => LabelAccuracy.Of(Logits, [0, 1, 2], 3, "c"));

        StringAssert.Contains(exception.Message, "3 labels need 3 × 3 logits");
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(3)]
    public void Of_UnknownLabel_NamesTheRow(int label)
    {
        var exception = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => LabelAccuracy.Of(Logits, [0, 1, label, 1], 3, "c"));

        StringAssert.Contains(exception.Message, $"The label of row 2 is {label}, but must be from 0 to 2.");
    }

    [TestMethod]
    public void Of_NotFinite_NamesRowAndColumn()
    {
        var exception = Assert.ThrowsExactly<ArgumentException>(
            () => LabelAccuracy.Of([1, 2, 3, float.NaN], [0, 1], 2, "c"));

        StringAssert.Contains(exception.Message, "Row 1, column 1 of the logits is NaN");
    }

    [TestMethod]
    public void Of_Nothing_IsRefused() =>
        Assert.ThrowsExactly<ArgumentException>(() => LabelAccuracy.Of([], [], 3, "c"));

    [TestMethod]
    public void Of_OneClass_IsRefused() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => LabelAccuracy.Of([1], [0], 1, "c"));

    [TestMethod]
    public void Of_NamelessClassifier_IsRefused() =>
        Assert.ThrowsExactly<ArgumentException>(() => LabelAccuracy.Of(Logits, [0, 0, 1, 1], 3, ""));
}
