using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests;

/// <summary>Samples of latents that the caller gives.</summary>
[TestClass]
public sealed class GanTransformerLatentTests
{
    [TestMethod]
    public void Generate_OfTheLatentsThatASeedDraws_MakesItsSamples()
    {
        // More than the 64 that the view makes at once.
        var latents = Enumerable.Range(0, 70).Select(row =>
        {
            var latent = new float[TestData.LatentSize];
            LatentNoise.Fill(latent, seed: 5, (ulong)row, 0);
            return latent;
        }).ToList();

        TestData.AssertSame(TestData.Read(TestData.Plain.Generate(70, seed: 5)), TestData.Read(TestData.Plain.Generate(latents)));
    }

    [TestMethod]
    public void Generate_OfLatentsAndLabels_EqualsTransformOfTheirColumns()
    {
        var rows = TestData.Rows(9);
        var view = TestData.Context.Data.LoadFromEnumerable(rows);

        var generated = TestData.ByLatent.Generate(rows.Select(row => row.Latent), rows.Select(row => (int)row.Label));

        TestData.AssertSame(TestData.Read(TestData.ByLatent.Transform(view)), TestData.Read(generated));
        CollectionAssert.AreEqual(new uint[] { 1, 2, 1 }, generated.GetColumn<uint>("Label").Take(3).ToArray());
    }

    [TestMethod]
    public void Generate_OfLatents_CopiesThem()
    {
        float[] latent = [1, 2, 3, 4];
        var view = TestData.Plain.Generate([latent]);
        var before = TestData.Read(view);

        latent[0] = -1;

        TestData.AssertSame(before, TestData.Read(view));
    }

    [TestMethod]
    public void Generate_OfAnUnfitLatent_NamesItsRow()
    {
        foreach (var (latent, message) in new (float[], string)[]
        {
            ([1, 2, 3], "Latent 1 has 3 values, but this generator needs 4."),
            ([1, 2, float.NaN, 4], "Latent 1 has the value NaN at index 2."),
            (null!, "Latent 1 is null, but this generator needs 4 numbers."),
        })
        {
            var thrown = Assert.ThrowsExactly<ArgumentException>(() => TestData.Plain.Generate([new float[4], latent]));

            Assert.AreEqual("latents", thrown.ParamName);
            Assert.StartsWith(message, thrown.Message);
        }
    }

    [TestMethod]
    public void Generate_OfLatentsWithUnfitLabels_SaysWhatToGive()
    {
        float[][] two = [new float[4], new float[4]];

        Assert.StartsWith("This generator was trained with 2 classes, but no labels are given. Give a label for each latent.",
            Assert.ThrowsExactly<ArgumentException>(() => TestData.ByKey.Generate(two)).Message);
        Assert.StartsWith("There are 2 latents, but 3 labels. Give a label for each latent.",
            Assert.ThrowsExactly<ArgumentException>(() => TestData.ByKey.Generate(two, [0, 1, 0])).Message);
        Assert.StartsWith("Label 1 is 2, but there are only 2 classes, 0 to 1.",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TestData.ByKey.Generate(two, [0, 2])).Message);
        Assert.StartsWith("This generator was trained without classes. Leave the labels out, or",
            Assert.ThrowsExactly<InvalidOperationException>(() => TestData.Plain.Generate(two, [0, 1])).Message);
        Assert.AreEqual("latents",
            Assert.ThrowsExactly<ArgumentNullException>(() => TestData.Plain.Generate((IEnumerable<float[]>)null!)).ParamName);
    }
}
