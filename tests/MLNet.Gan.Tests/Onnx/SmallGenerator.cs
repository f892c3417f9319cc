using System.Runtime.CompilerServices;
using System.Text.Json;

namespace MLNet.Gan.Tests.Onnx;

/// <summary>The conditional generator of SmallGenerator.py, with what PyTorch 1.13 computes for three rows.</summary>
internal static class SmallGenerator
{
    public const int LatentSize = 4, ImageSize = 64, FeatureSize = 4, Rows = 3;

    private static readonly JsonElement Content = Read();

    public static IReadOnlyDictionary<string, string> Metadata { get; } =
        new Dictionary<string, string> { ["range"] = "-1..1", ["classes"] = "3", ["name"] = "Gänsefüßchen „7“" };

    public static float[] Latents => Floats(Content.GetProperty("z"));

    public static long[] Labels => [.. Content.GetProperty("label").EnumerateArray().Select(value => value.GetInt64())];

    public static float[] Images => Floats(Content.GetProperty("image"));

    public static float[] Features => Floats(Content.GetProperty("features"));

    public static byte[] ToBytes() => Graph().ToBytes(Metadata);

    public static OnnxGraph Graph()
    {
        var graph = new OnnxGraph("generator");
        var z = graph.Input("z", OnnxElement.Single, LatentSize);
        var label = graph.Input("label", OnnxElement.Int64);

        var embedded = graph.Add("Gather", [Weight("embedding"), label], OnnxAttribute.Of("axis", 0));
        var h = graph.Add("Concat", [z, embedded], OnnxAttribute.Of("axis", 1));
        h = graph.Add("Gemm", [h, Weight("linear.weight"), Weight("linear.bias")], OnnxAttribute.Of("transB", 1));
        h = graph.Add("Reshape", [h, graph.Constant(-1, 2, 2, 2)]);
        h = graph.Add(
            "BatchNormalization",
            [h, Weight("norm.weight"), Weight("norm.bias"), Weight("norm.mean"), Weight("norm.var")],
            OnnxAttribute.Of("epsilon", 1e-5f));
        h = graph.Add("Relu", [h]);
        h = graph.Add(
            "ConvTranspose",
            [h, Weight("up.weight"), Weight("up.bias")],
            OnnxAttribute.Ints("strides", 2, 2), OnnxAttribute.Ints("pads", 1, 1, 1, 1));
        h = graph.Add("LeakyRelu", [h], OnnxAttribute.Of("alpha", 0.2f));

        OnnxAttribute[] halve = [OnnxAttribute.Ints("kernel_shape", 2, 2), OnnxAttribute.Ints("strides", 2, 2)];
        var pooled = graph.Add("AveragePool", [graph.Add("MaxPool", [h], halve)], halve);
        pooled = graph.Add("Flatten", [graph.Add("GlobalAveragePool", [pooled])]);
        graph.Output("features", graph.Add("Softmax", [pooled], OnnxAttribute.Of("axis", 1)), FeatureSize);

        h = graph.Add(
            "Resize",
            [h, OnnxValue.Absent, graph.Weight("scales", [1, 1, 2, 2], 4)],
            OnnxAttribute.Of("mode", "nearest"),
            OnnxAttribute.Of("coordinate_transformation_mode", "asymmetric"),
            OnnxAttribute.Of("nearest_mode", "floor"));
        var body = graph.Add("Conv", [h, Weight("conv.weight"), Weight("conv.bias")], OnnxAttribute.Ints("pads", 1, 1, 1, 1));
        var skip = graph.Add("Conv", [h, Weight("skip.weight"), Weight("skip.bias")]);
        graph.Output("image", graph.Add("Tanh", [graph.Add("Add", [body, skip])]), 1, 8, 8);
        return graph;

        OnnxValue Weight(string name)
        {
            var weight = Content.GetProperty("weights").GetProperty(name);
            var shape = weight.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64());
            return graph.Weight(name, Floats(weight.GetProperty("values")), shape.ToArray());
        }
    }

    /// <summary>The rows over and over, until there are so many.</summary>
    public static T[] Repeat<T>(T[] rows, int count)
    {
        var width = rows.Length / Rows;
        return [.. Enumerable.Range(0, count * width).Select(i => rows[i % rows.Length])];
    }

    private static float[] Floats(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetSingle())];

    private static JsonElement Read([CallerFilePath] string file = "") =>
        JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json"))).RootElement;
}
