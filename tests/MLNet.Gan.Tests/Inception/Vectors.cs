using System.Runtime.CompilerServices;
using System.Text.Json;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

/// <summary>What the scripts beside this file wrote.</summary>
internal static class Vectors
{
    public static IReadOnlyDictionary<string, IPreprocessing> Ways { get; } =
        new IPreprocessing[] { new TensorflowResize(), new PytorchFidResize(), new CleanResize() }
            .ToDictionary(way => way.Name);

    public static IEnumerable<JsonElement> Rows(string file, string list)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(ThisFolder(), file)));
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(row => row.Clone())];
    }

    public static int Integer(this JsonElement row, string name) => row.GetProperty(name).GetInt32();

    public static IPreprocessing Way(this JsonElement row) => Ways[row.GetProperty("way").GetString()!];

    public static double[] Numbers(this JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    /// <summary>Compares the evenly spaced values that a script kept.</summary>
    public static void AssertClose(double[] kept, ReadOnlySpan<float> actual, double tolerance, string what)
    {
        var step = actual.Length / kept.Length;
        for (var i = 0; i < kept.Length; i++)
            Assert.AreEqual(kept[i], actual[i * step], tolerance, $"Value {i * step} of {what}");
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
