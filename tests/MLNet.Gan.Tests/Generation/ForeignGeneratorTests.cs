namespace MLNet.Gan.Tests.Generation;

/// <summary>The habits of other exporters: types, layouts, names and ranges, in the generators of foreign.py.</summary>
[TestClass]
public sealed class ForeignGeneratorTests
{
    [TestMethod]
    public void Generate_OfHalfPrecision_GivesTheRoundedLatents()
    {
        var expected = Normal(2, 12, seed: 3).Select(value => (float)(Half)value).ToArray();

        CollectionAssert.AreEqual(expected, All("half", new(), 2, seed: 3));
    }

    [TestMethod]
    public void Generate_OfBytesWithChannelsLast_GivesPlanesInMinusOneToOne()
    {
        // The pixel of channel c at place p is the value 3 p + c, as a byte: 100 + 50 z, cut off.
        var bytes = Normal(2, 12, seed: 3).Select(z => (byte)Math.Clamp(z * 50 + 100, 0, 255)).ToArray();
        var expected = Enumerable.Range(0, 24).Select(i => bytes[i / 12 * 12 + i % 4 * 3 + i % 12 / 4] / 127.5f - 1).ToArray();

        var samples = All("bytes", new(), 2, seed: 3);

        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], samples[i], 1e-6f, $"value {i}");
    }

    [TestMethod]
    public void Generate_OfFloatsWithChannelsLast_GivesPlanes()
    {
        var latents = Normal(1, 12, seed: 3);

        CollectionAssert.AreEqual(
            Enumerable.Range(0, 12).Select(i => latents[i % 4 * 3 + i / 4]).ToArray(), All("channels last", new(), 1, seed: 3));
    }

    [TestMethod]
    public void Generate_OfInt32Classes_MakesEachEquallyOften() => CollectionAssert.AreEqual(
        new[] { 0f, 0, 1, 1 }, All("int32 classes", new() { Classes = 2 }, 4, seed: 1).Where((_, i) => i % 4 == 3).Order().ToArray());

    [TestMethod]
    public void Generate_OfOneHotClasses_MakesEachEquallyOften()
    {
        var samples = All("one hot", new() { LatentInput = "z", ClassInput = "y" }, 6, seed: 1);

        var latents = Normal(6, 1, seed: 1);
        CollectionAssert.AreEqual(latents, samples.Where((_, i) => i % 4 == 0).ToArray());
        // Each of three classes twice, as one 1 of three values.
        foreach (var column in new[] { 1, 2, 3 })
            Assert.AreEqual(2, samples.Where((_, i) => i % 4 == column).Sum());
        Assert.IsTrue(samples.Chunk(4).All(row => row[1..].Order().SequenceEqual([0f, 0, 1])));
    }

    [TestMethod]
    public void Generate_OfATruncation_TakesItsConstant() => CollectionAssert.AreEqual(
        Normal(2, 12, seed: 3).Select(z => z * 0.5f).ToArray(),
        All("truncation", new() { Constants = new Dictionary<string, float> { ["psi"] = 0.5f } }, 2, seed: 3));

    [TestMethod]
    public void Generate_OfANamedOutput_GivesIt()
    {
        CollectionAssert.AreEqual(Normal(2, 12, seed: 3), All("two images", new() { Output = "image" }, 2, seed: 3));
        // The mean of the four pixels of each plane.
        CollectionAssert.AreEqual(
            Normal(2, 12, seed: 3).Chunk(4).Select(plane => plane.Average()).ToArray(),
            All("two images", new() { Output = "thumbnail" }, 2, seed: 3), new Near(1e-6f));
    }

    [TestMethod]
    [DataRow("two images", null, null, null, "several outputs of images: 'thumbnail' [?, 3, 1, 1] of Single, 'image' [?, 3, 2, 2] of "
        + "Single. Name one by Output (--generator-output NAME).")]
    [DataRow("two images", null, null, "picture", "no output 'picture'. It has 'thumbnail' [?, 3, 1, 1] of Single, 'image'")]
    [DataRow("truncation", null, null, null, "of which 'psi' [] of Single can have several meanings")]
    [DataRow("truncation", null, null, null, "by Constants (--set NAME=VALUE), for instance --set psi=1.")]
    [DataRow("one hot", null, null, null, "Name the latents by LatentInput (--latent-input NAME), one-hot vectors of classes by ClassInput")]
    [DataRow("one hot", "x", null, null, "no input 'x'. It has 'z' [?, 1] of Single, 'y' [?, 3] of Single.")]
    [DataRow("second output", null, null, "w", "must be [N, C, H, W] or [N, H, W, C] with one color or three")]
    public void Constructor_OfAmbiguousNames_ListsThemWithShapesAndTheOption(
        string name, string? latents, string? classes, string? output, string message) => Assert.Contains(message,
        Assert.ThrowsExactly<FormatException>(() => new ExternalGenerator(ExternalGeneratorTests.Model(name),
            new() { LatentInput = latents, ClassInput = classes, Output = output })).Message);

    [TestMethod]
    [DataRow("0 to 255", "Set Range to PixelRange.Bytes (--range 0..255)")]
    [DataRow("0 to 1", "but they should lie from -1 to 1. Set Range to PixelRange.Unit (--range 0..1)")]
    public void Generate_OfAnotherRange_IsRefusedWithTheOption(string name, string message) =>
        Assert.Contains(message, Assert.ThrowsExactly<FormatException>(() => All(name, new(), 64, seed: 1)).Message);

    [TestMethod]
    [DataRow("0 to 255", 255f)]
    [DataRow("0 to 1", 1f)]
    public void Generate_OfADeclaredRange_FillsMinusOneToOne(string name, float white)
    {
        var samples = All(name, new() { Range = new(0, white) }, 64, seed: 1);

        Assert.IsTrue(samples.All(value => value is >= -1 and <= 1));
        // The logistic function of a symmetric distribution has the mean ½.
        Assert.AreEqual(0, samples.Average(), 0.1);
        Assert.IsTrue(samples.Max() > 0.8 && samples.Min() < -0.8);
    }

    [TestMethod]
    public void Generate_OfBytesWithADeclaredRange_IsRefused() => Assert.Contains("is bytes, from 0 to 255. Leave Range",
        Assert.ThrowsExactly<FormatException>(() => All("bytes", new() { Range = PixelRange.Unit }, 2, seed: 1)).Message);

    [TestMethod]
    [DataRow("dynamic")]
    [DataRow("white")]
    [DataRow("bright")]
    public void Generate_OfValuesInTheRange_IsNotRefused(string name) => Assert.HasCount(64 * 12, All(name, new(), 64, seed: 1));

    [TestMethod]
    public void Stability_OfACleanGenerator_IsZero()
    {
        foreach (var name in new[] { "dynamic", "half", "bytes", "fixed batch" })
        {
            using var generator = Open(name);
            Assert.AreEqual(new OnnxStability(0, 0), generator.Stability(seed: 1), name);
        }
    }

    [TestMethod]
    public void Stability_OfAGeneratorOverTheBatch_IsTheDifference()
    {
        using var generator = Open("of the batch");

        // Alone, a row is its own mean, and so gives 0; among others it differs by that of the largest value.
        var rows = Normal(4, 12, seed: 1).Chunk(12).ToArray();
        var expected = Enumerable.Range(0, 12).SelectMany(i => rows.Select(row => Math.Abs(row[i] - rows.Average(other => other[i])))).Max();
        var stability = generator.Stability(seed: 1);

        Assert.AreEqual(0, stability.BetweenRuns);
        Assert.AreEqual(expected, stability.BetweenBatches, 1e-5);
    }

    [TestMethod]
    public void Stability_OfNoiseInside_IsBetweenRuns()
    {
        using var generator = Open("noise inside");

        var stability = generator.Stability(seed: 1);

        Assert.IsTrue(stability.BetweenRuns is > 0.3 and < 2.5, $"{stability}"); // Differences of 48 pairs of N(0, 1/16).
        Assert.AreEqual(0, stability.BetweenBatches);
    }

    private static ExternalGenerator Open(string name) => new(ExternalGeneratorTests.Model(name), new());

    private static float[] All(string name, ExternalGeneratorOptions options, int count, int seed)
    {
        using var generator = new ExternalGenerator(ExternalGeneratorTests.Model(name), options);
        return [.. generator.Generate(count, seed).SelectMany(made => made.Samples.ToArray())];
    }

    private static float[] Normal(int count, int size, int seed)
    {
        var latents = new float[count * size];
        for (var row = 0; row < count; row++)
            LatentNoise.Fill(latents.AsSpan(row * size, size), seed, (ulong)row, 0);
        return latents;
    }

    private sealed class Near(float tolerance) : System.Collections.IComparer
    {
        public int Compare(object? x, object? y) => Math.Abs((float)x! - (float)y!) <= tolerance ? 0 : 1;
    }
}
