
namespace MLNet.Gan.Tests.Onnx;

[TestClass]
public sealed class OnnxParityTests
{
    private static readonly BatchFunction Same = (inputs, _) => inputs;

    [TestMethod]
    public void LargestDifference_IsTheLargestInSize() =>
        Assert.AreEqual(0.75, OnnxParity.LargestDifference(Same, (_, _) => [1.25f, 1.25f, 3], [1, 2, 3], null));

    [TestMethod]
    public void LargestDifference_OfEqualFunctions_IsZero() =>
        Assert.AreEqual(0, OnnxParity.LargestDifference(Same, Same, [1, -2], null));

    [TestMethod]
    [DataRow(float.NaN)]
    [DataRow(float.PositiveInfinity)]
    public void LargestDifference_OfOneValueNotFinite_IsInfinite(float value)
    {
        BatchFunction broken = (_, _) => [1, value, 3];

        Assert.AreEqual(double.PositiveInfinity, OnnxParity.LargestDifference(Same, broken, [1, 2, 3], null));
        Assert.AreEqual(double.PositiveInfinity, OnnxParity.LargestDifference(broken, broken, [1, 2, 3], null));
    }

    [TestMethod]
    public void LargestDifference_HandsBothTheLabels() => Assert.AreEqual(
        0, OnnxParity.LargestDifference((_, labels) => [labels![0]], (_, labels) => [labels![0]], [1], [7]));

    [TestMethod]
    public void LargestDifference_OfUnequalLengths_Throws() => Assert.ThrowsExactly<InvalidOperationException>(() =>
        OnnxParity.LargestDifference(Same, (_, _) => [1], [1, 2], null));

    [TestMethod]
    public void LargestDifferenceOfRows_WhenRowsDoNotMix_IsZero() => Assert.AreEqual(
        0,
        OnnxParity.LargestDifferenceOfRows(
            (inputs, labels) => [.. inputs.Select((value, i) => value * labels![i / 2])], 2, [1, 2, 3, 4], [5, 6]));

    [TestMethod]
    public void LargestDifferenceOfRows_WhenRowsMix_IsTheirInfluence() => // row 2 alone: 3 − 3 = 0; in the batch: 3 − 2 = 1
        Assert.AreEqual(
            1, OnnxParity.LargestDifferenceOfRows((inputs, _) => [.. inputs.Select(value => value - inputs.Average())], 2, [1, 3], null));

    [TestMethod]
    public void LargestDifferenceOfRows_WhenInputsDoNotDivide_Throws() =>
        Assert.ThrowsExactly<ArgumentException>(() => OnnxParity.LargestDifferenceOfRows(Same, 2, [1, 2, 3], null));

    [TestMethod]
    public void LargestDifferenceOfRows_OfAnExportedGenerator_IsBelowTheLimit()
    {
        using var session = new OnnxSession(SmallGenerator.ToBytes(), threads: 1);
        BatchFunction generate = (latents, labels) =>
        {
            var count = latents.Length / SmallGenerator.LatentSize;
            var images = new float[count * SmallGenerator.ImageSize];
            session.Run(count, latents, labels, ("image", images));
            return images;
        };

        var difference = OnnxParity.LargestDifferenceOfRows(generate, 3, SmallGenerator.Latents, SmallGenerator.Labels);

        Assert.AreEqual(0, difference, 1e-6);
    }
}
