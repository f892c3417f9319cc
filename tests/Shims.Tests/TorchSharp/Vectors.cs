using System.Text.Json;

namespace TorchSharp.Tests;

/// <summary>What vectors.py wrote: the results of python3-torch.</summary>
internal static class Vectors
{
    private static readonly JsonElement Root = JsonDocument
        .Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "vectors.json"))).RootElement;

    public static JsonElement Group(string group) => Root.GetProperty(group);

    public static IEnumerable<string> Names(string group) =>
        Group(group).EnumerateObject().Select(entry => entry.Name);

    public static Tensor Tensor(string group, string name) => Tensor(Group(group).GetProperty(name));

    public static Tensor Tensor(JsonElement packed)
    {
        float[] values = [.. packed.GetProperty("values").EnumerateArray().Select(value => value.GetSingle())];
        long[] shape = [.. packed.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        return tensor(values, shape);
    }

    public static void AreClose(Tensor expected, Tensor actual, string what, double tolerance = 2e-5)
    {
        Assert.AreEqual($"{expected}", $"{actual.to(ScalarType.Float32)}", what);
        using var difference = (expected - actual).abs() / (expected.abs() + 1);
        var worst = expected.numel() == 0 ? 0 : difference.max().ToDouble();
        Assert.AreEqual(0, worst, tolerance, what);
    }
}
