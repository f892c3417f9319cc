namespace MLNet.Gan.Tests.Data;

/// <summary>Training images from 0 to 1 are refused; bright, dark and constant ones from −1 to 1 are not.</summary>
[TestClass]
public sealed class FeatureRangeTests
{
    private static readonly SampleShape Shape = SampleShape.Image(1, 16, 16);

    [TestMethod]
    public void Read_OfValuesFrom0To1_NamesTheArgumentsOfExtractPixels() => Assert.AreEqual(
        "The values of column 'Features' lie from 0 to 1, but they should lie from -1 to 1, as this architecture generates. Extract the "
            + "pixels with ml.Transforms.ExtractPixels(…, offsetImage: 127.5f, scaleImage: 1 / 127.5f), or make 2 v − 1 of each value v.",
        Assert.ThrowsExactly<InvalidOperationException>(() => Read(0, 1)).Message);

    [TestMethod]
    [DataRow(-1f, 1f)]
    [DataRow(0.1f, 1f, DisplayName = "bright")]
    [DataRow(0f, 0.6f, DisplayName = "from middle to light gray")]
    [DataRow(-1f, -0.8f, DisplayName = "dark")]
    [DataRow(1f, 1f, DisplayName = "white")]
    [DataRow(0f, 0f, DisplayName = "gray")]
    public void Read_OfValuesFromMinus1To1_TakesThem(float least, float most) => Read(least, most);

    [TestMethod]
    public void Read_OfOneDarkerPixel_TakesThem()
    {
        var rows = Rows(0, 1);
        rows[2][7] = -0.01f;

        using var samples = SampleSet.Read(MemoryRows.Of(256, rows), "Features", null, Shape, isBounded: true, CPU);

        Assert.AreEqual(3, samples.Count);
    }

    [TestMethod]
    public void Read_ForAnArchitectureWithoutBounds_TakesThem()
    {
        using var samples = SampleSet.Read(MemoryRows.Of(256, Rows(0, 1)), "Features", null, Shape, isBounded: false, CPU);

        Assert.AreEqual(3, samples.Count);
    }

    [TestMethod]
    public void Read_OfHeightAndWidthExchanged_SaysSo() => Assert.Contains(
        "expected Vector<Single, 3, 12, 16>, got Vector<Single, 3, 16, 12>. Height and width are exchanged: SampleShape.Image takes "
            + "channels, height and width, ml.Transforms.ResizeImages the width before the height.",
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => FeatureColumn.Find(
            Schema(3, 16, 12), "Features", SampleShape.Image(3, 12, 16))).Message);

    private static Microsoft.ML.DataViewSchema Schema(params int[] dimensions)
    {
        var builder = new Microsoft.ML.DataViewSchema.Builder();
        builder.AddColumn("Features", new Microsoft.ML.Data.VectorDataViewType(Microsoft.ML.Data.NumberDataViewType.Single, dimensions));
        return builder.ToSchema();
    }

    private static void Read(float least, float most)
    {
        using var samples = SampleSet.Read(MemoryRows.Of(256, Rows(least, most)), "Features", null, Shape, isBounded: true, CPU);

        Assert.AreEqual(3, samples.Count);
    }

    private static float[][] Rows(float least, float most) =>
        [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 256).Select(i => i == 255 ? most : least + (most - least) * i / 255).ToArray())];
}
