namespace MLNet.Gan.Tests.Images;

/// <summary>Ranges are refused where many values show it, and bright, dark and constant images are not.</summary>
[TestClass]
public sealed class ValueRangeTests
{
    [TestMethod]
    [DataRow(0f, 255f, "PixelRange.Bytes")]
    [DataRow(0f, 1f, "PixelRange.Unit")]
    public void Misfit_OfOtherRangesForMinusOneToOne_NamesTheFittingOne(float least, float most, string fitting)
    {
        var misfit = Misfit(PixelRange.PlusMinusOne, Ramp(least, most));

        Assert.AreEqual($"lie from {least} to {most}, but they should lie from -1 to 1", misfit!.Message);
        Assert.AreEqual(
            "Extract the pixels with ml.Transforms.ExtractPixels(…, offsetImage: 127.5f, scaleImage: 1 / 127.5f), or set Range to "
                + $"{fitting}.", misfit.ColumnAdvice("Range"));
    }

    [TestMethod]
    public void Misfit_OfSmallValuesForBytes_AsksForTheDefaults() =>
        Assert.StartsWith("Extract the pixels with ml.Transforms.ExtractPixels(…), or set Range to PixelRange.PlusMinusOne",
            Misfit(PixelRange.Bytes, Ramp(-1, 1))!.ColumnAdvice("Range"));

    [TestMethod]
    public void Misfit_OfSignedValuesForZeroToOne_IsFound() =>
        Assert.StartsWith("Extract the pixels with ml.Transforms.ExtractPixels(…, scaleImage: 1 / 255f), or set Range to PixelRange.PlusMinusOne",
            Misfit(PixelRange.Unit, Ramp(-1, 1))!.ColumnAdvice("Range"));

    [TestMethod]
    [DataRow(-1f, 1f, DisplayName = "all of it")]
    [DataRow(0.1f, 1f, DisplayName = "bright")]
    [DataRow(0.5f, 0.5f, DisplayName = "constant")]
    [DataRow(1f, 1f, DisplayName = "white")]
    [DataRow(-1f, -1f, DisplayName = "black")]
    [DataRow(-1f, -0.7f, DisplayName = "dark")]
    [DataRow(-1.6f, 1.6f, DisplayName = "somewhat beyond, without tanh")]
    [DataRow(0f, 0.5f, DisplayName = "the third quarter")]
    public void Misfit_OfValuesInMinusOneToOne_IsNone(float least, float most) =>
        Assert.IsNull(Misfit(PixelRange.PlusMinusOne, Ramp(least, most)));

    [TestMethod]
    public void Misfit_OfADeclaredRange_KeepsItsUpperHalf() =>
        Assert.IsNull(Misfit(PixelRange.PlusMinusOne, Ramp(0, 1), isDeclared: true));

    [TestMethod]
    public void Misfit_OfFewOutliers_IsNone()
    {
        var values = Ramp(-1, 1);
        values.AsSpan(0, values.Length / 200).Fill(100); // half a percent

        Assert.IsNull(Misfit(PixelRange.PlusMinusOne, values));
        values.AsSpan(0, values.Length / 50).Fill(100);
        Assert.IsNotNull(Misfit(PixelRange.PlusMinusOne, values));
    }

    [TestMethod]
    public void Misfit_OfBlackBytes_IsNone() => Assert.IsNull(Misfit(PixelRange.Bytes, new float[1000]));

    [TestMethod]
    public void Misfit_OfFewValues_IsNone() => Assert.IsNull(Misfit(PixelRange.PlusMinusOne, Ramp(0, 255)[..200]));

    [TestMethod]
    public void Misfit_OfNoUsualRange_HasNoOption() =>
        Assert.StartsWith("Scale them in the model", Misfit(PixelRange.PlusMinusOne, Ramp(-500, 500))!.GeneratorAdvice);

    [TestMethod]
    [DataRow(0.1f, 1f, false, true)]
    [DataRow(0.1f, 1f, true, false)]
    [DataRow(-0.1f, 1f, false, false)]
    [DataRow(0.5f, 0.5f, false, false)]
    public void IsUpperHalf_IsOfUndeclaredBrightImages(float least, float most, bool isDeclared, bool expected)
    {
        var range = new ValueRange(PixelRange.PlusMinusOne, isDeclared);
        range.Add(Ramp(least, most));

        Assert.AreEqual(expected, range.IsUpperHalf);
    }

    [TestMethod]
    public void Clipping_OfImagesNormalizedByMeans_SaysHowMuch()
    {
        var range = new ValueRange(PixelRange.PlusMinusOne, IsDeclared: true);
        range.Add(Ramp(-2, 2.2f));

        // Of 4.2, the parts from −2 to −1.05 and from 1.05 to 2.2 are 2.1.
        Assert.IsNull(range.Misfit());
        Assert.AreEqual(0.5, range.ClippedShare!.Value, 1e-12);
        Assert.AreEqual("lie from -2 to 2.2, but they should lie from -1 to 1: 50 % of them are clipped to black or white, as after a "
            + "normalization by the means and deviations of a data set. Undo it, or scale them.", range.Clipping);
    }

    [TestMethod]
    [DataRow(-1.04f, 1.04f, 1, DisplayName = "rounding")]
    [DataRow(-1f, 1f, 110, DisplayName = "0.9 % outliers")]
    public void Clipping_OfLittle_IsNone(float least, float most, int everyOutlier)
    {
        var values = Ramp(least, most);
        for (var i = 0; everyOutlier > 1 && i < 990; i += everyOutlier)
            values[i] = 1.5f;
        var range = new ValueRange(PixelRange.PlusMinusOne, IsDeclared: false);
        range.Add(values);

        Assert.IsNull(range.Clipping);
        range.Add([.. Enumerable.Repeat(-1.06f, 20)]);
        Assert.IsNotNull(range.Clipping);
    }

    private static RangeMisfit? Misfit(PixelRange expected, float[] values, bool isDeclared = false)
    {
        var range = new ValueRange(expected, isDeclared);
        range.Add(values);
        return range.Misfit();
    }

    private static float[] Ramp(float least, float most) =>
        [.. Enumerable.Range(0, 1000).Select(i => i == 999 ? most : least + (most - least) * i / 999)];
}
