using Microsoft.ML;

namespace MLNet.Gan.Tests.Data;

/// <summary>A wrong value is reported with its row, its column and itself.</summary>
[TestClass]
public sealed class ColumnValueTests
{
    [TestMethod]
    [DataRow(float.NaN, "NaN")]
    [DataRow(float.PositiveInfinity, "Infinity")]
    public void Sample_ThatIsNotFinite_IsNamed(float value, string text) => AssertSample(
        $"Row 2 of column 'Features' has the value {text} at index 1. Replace or filter values that are not finite first.",
        MemoryRows.Of(2, [0, 0], [1, 1], [5, value]));

    [TestMethod]
    [DataRow(1.5f, "1.5")]
    [DataRow(-255f, "-255")]
    public void Sample_OutsideTheRangeOfABoundedArchitecture_IsNamed(float value, string text) => AssertSample(
        $"Row 1 of column 'Features' has the value {text} at index 0, but this architecture generates values in [−1, "
            + "1]. Scale the column first; a pixel p becomes p / 127.5 − 1: ml.Transforms.ExtractPixels(…, offsetImage: "
            + "127.5f, scaleImage: 1 / 127.5f).",
        MemoryRows.Of(2, [-1, 1], [value, 0]), SampleShape.Image(1, 1, 2), isBounded: true);

    [TestMethod]
    public void Sample_AtTheEdgeOfTheRange_IsTaken()
    {
        using var samples = SampleSet.Read(
            MemoryRows.Of(2, [-1, 1], [1.0009f, -1.0009f]), "Features", null, SampleShape.Image(1, 1, 2), isBounded: true, CPU);

        Assert.AreEqual(2, samples.Count);
    }

    [TestMethod]
    public void Sample_OfAnotherLength_IsNamed() => AssertSample(
        "Row 1 of column 'Features' has 3 values, but Vector(2) needs 2.", MemoryRows.Of(0, [1, 2], [1, 2, 3]));

    [TestMethod]
    public void Label_ThatIsNoWholeNumberFrom0_IsNamed()
    {
        AssertLabel("1.5", MemoryRows.Labeled(0f, 1.5f));
        AssertLabel("NaN", MemoryRows.Labeled(0f, float.NaN));
        AssertLabel("-0.5", MemoryRows.Labeled(0.0, -0.5));
        AssertLabel("-1", MemoryRows.Labeled(0, -1));
        AssertLabel("4294967295", MemoryRows.Labeled(0L, uint.MaxValue));
    }

    [TestMethod]
    public void Key_ThatIsMissing_IsNamed() => AssertReadFails(
        "Row 1 of label column 'Label' has no key (a missing value). Filter such rows out first. "
            + "In a class of your own, keys count from 0: [KeyType(3)] takes 0, 1 and 2.", MemoryRows.Keyed(3, 1, 0));

    [TestMethod]
    public void Label_ThatTheModelDoesNotKnow_IsNamed()
    {
        Assert.AreEqual(2, LabelColumn.Known(2, classes: 3, "Label", row: 7));

        var error = Assert.ThrowsExactly<InvalidOperationException>(() => LabelColumn.Known(3, classes: 3, "Label", row: 7));
        Assert.AreEqual("Row 7 of label column 'Label' has class 3, but there are only 3 classes, 0 to 2.", error.Message);
    }

    private static void AssertLabel(string value, IDataView view) => AssertReadFails(
        $"Row 1 of label column 'Label' has the value {value}, but a class is a whole number from 0. Use Conversion.MapValueToKey for other labels.",
        view);

    private static void AssertReadFails(string message, IDataView view) => Assert.AreEqual(
        message,
        Assert.ThrowsExactly<InvalidOperationException>(
            () => SampleSet.Read(view, "Features", "Label", SampleShape.Vector(2), isBounded: false, CPU)).Message);

    private static void AssertSample(string message, IDataView view, SampleShape? shape = null, bool isBounded = false) => Assert.AreEqual(
        message,
        Assert.ThrowsExactly<InvalidOperationException>(
            () => SampleSet.Read(view, "Features", null, shape ?? SampleShape.Vector(2), isBounded, CPU)).Message);
}
