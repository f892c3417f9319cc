using System.Runtime.CompilerServices;
using System.Text.Json;

namespace MLNet.Gan.Tests.Generation;

[TestClass]
public sealed class ExternalGeneratorTests
{
    private static readonly Dictionary<string, byte[]> Models = JsonSerializer.Deserialize<Dictionary<string, byte[]>>(
        File.ReadAllText(Path.Combine(ThisFolder(), "foreign.json")))!;

    /// <summary>A generator of foreign.py.</summary>
    public static byte[] Model(string name) => Models[name];

    // The generators of foreign.py give their latents back as pixels.
    [TestMethod]
    [DataRow("dynamic", null, 12, "Image(3, 2, 2)")]
    [DataRow("dynamic", 12, 12, "Image(3, 2, 2)")]
    [DataRow("of convolutions", null, 4, "Image(1, 2, 2)")]
    [DataRow("fixed batch", null, 4, "Image(1, 2, 2)")]
    [DataRow("open", 4, 4, "Image(1, 2, 2)")]
    [DataRow("open of convolutions", 4, 4, "Image(1, 2, 2)")]
    [DataRow("second output", null, 4, "Image(1, 2, 2)")]
    [DataRow("no shape", null, 4, "Image(1, 2, 2)")]
    public void Generate_GivesTheImagesOfTheSeed(string name, int? asked, int latentSize, string shape)
    {
        using var generator = new ExternalGenerator(Models[name], new() { LatentSize = asked });

        Assert.AreEqual((latentSize, 0, shape), (generator.LatentSize, generator.Classes, $"{generator.Shape}"));
        foreach (var block in new[] { 1, 3, 64 })
            CollectionAssert.AreEqual(Normal(5, latentSize, 7), All(generator, 5, 7, block), $"blocks of {block}");
        CollectionAssert.AreNotEqual(All(generator, 5, 7), All(generator, 5, 8));
    }

    [TestMethod]
    public void Generate_OfClasses_MakesEachEquallyOften()
    {
        using var generator = new ExternalGenerator(Models["classes"], new() { Classes = 3 });

        var samples = All(generator, 9, seed: 1, block: 4);

        // Three latents and the class.
        var latents = Normal(9, 3, seed: 1);
        CollectionAssert.AreEqual(latents, samples.Where((_, i) => i % 4 < 3).ToArray());
        var labels = samples.Where((_, i) => i % 4 == 3).ToArray();
        CollectionAssert.AreEqual(new[] { 0f, 0, 0, 1, 1, 1, 2, 2, 2 }, labels.Order().ToArray());
    }

    [TestMethod]
    public void Generate_OfUniformLatents_FillsTheInterval()
    {
        using var generator = new ExternalGenerator(Models["dynamic"], new() { IsUniform = true });

        var samples = All(generator, 1000, seed: 3);

        Assert.IsTrue(samples.All(value => value is >= -1 and <= 1));
        // The variance of 12000 such values is 1/3; its deviation is 0.3 / √12000 = 0.0027.
        Assert.AreEqual(1 / 3.0, samples.Average(value => (double)value * value), 0.014);
        Assert.AreEqual(0, samples.Average(), 0.03);
    }

    [TestMethod]
    public void Generate_OfValuesFromZero_MovesThem()
    {
        using var generator = new ExternalGenerator(Models["of convolutions"], new() { Range = PixelRange.Unit });

        var expected = Normal(3, 4, seed: 2).Select(value => 2 * value - 1).ToArray();

        CollectionAssert.AreEqual(expected, All(generator, 3, 2, block: 2));
    }

    [TestMethod]
    public void Generate_OfOurOwnFile_NeedsNoOptions()
    {
        var metadata = new GeneratorMetadata
        {
            Shape = SampleShape.Image(1, 2, 2),
            LatentSize = 3,
            ClassCounts = [1, 3],
            OutputColumnName = "x",
            LabelColumnName = "y",
        };
        var graph = new OnnxGraph("generator");
        var latents = graph.Input("latent", OnnxElement.Single, 3);
        var label = graph.Add("Cast", [graph.Input("label", OnnxElement.Int64)], OnnxAttribute.Of("to", 1L));
        var column = graph.Add("Reshape", [label, graph.Constant(-1, 1)]);
        var row = graph.Add("Concat", [latents, column], OnnxAttribute.Of("axis", 1L));
        graph.Output("sample", graph.Add("Reshape", [row, graph.Constant(-1, 1, 2, 2)]), 1, 2, 2);
        var onnx = graph.ToBytes(metadata.ToMetadata());
        using var generator = new ExternalGenerator(onnx, new());

        Assert.AreEqual((3, 2), (generator.LatentSize, generator.Classes));
        // Classes as often as in the data: one of four is the first.
        var labels = All(generator, 8, seed: 1).Where((_, i) => i % 4 == 3).Order().ToArray();
        CollectionAssert.AreEqual(new[] { 0f, 0, 1, 1, 1, 1, 1, 1 }, labels);
        Assert.Contains("has 2 classes, not 5", Refused(onnx, new() { Classes = 5 }));
    }

    [TestMethod]
    [DataRow("open", null, null, "does not specify the length of latents")]
    [DataRow("dynamic", 7, null, "takes latents of length 12, not 7")]
    [DataRow("open of convolutions", 5, null, "takes latents of length 4, not 5")]
    [DataRow("dynamic", null, 3, "has 0 classes, not 3")]
    [DataRow("classes", null, null, "has an input of classes, 'y' [?] of Int64, without their number. Set Classes (--labels N).")]
    [DataRow("vectors", null, null, "has no output of images")]
    [DataRow("no batch", null, null, "must have an axis for the batch")]
    [DataRow("two inputs", null, null, "takes 'z' [?, 4] of Single, 'noise' [?, 4] of Single, of which")]
    public void Constructor_OfAnotherModel_SaysWhatItLacks(string name, int? size, int? classes, string message) =>
        Assert.Contains(message, Refused(Models[name], new() { LatentSize = size, Classes = classes }));

    [TestMethod]
    public void Constructor_OfNoModel_IsRefused() => Refused([1, 2, 3], new());

    private static string Refused(byte[] onnx, ExternalGeneratorOptions options) =>
        Assert.ThrowsExactly<FormatException>(() => new ExternalGenerator(onnx, options)).Message;

    private static float[] All(ExternalGenerator generator, int count, int seed, int block = 64) =>
        [.. generator.Generate(count, seed, block).SelectMany(made => made.Samples.ToArray())];

    private static float[] Normal(int count, int size, int seed)
    {
        var latents = new float[count * size];
        for (var row = 0; row < count; row++)
            LatentNoise.Fill(latents.AsSpan(row * size, size), seed, (ulong)row, 0);
        return latents;
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
