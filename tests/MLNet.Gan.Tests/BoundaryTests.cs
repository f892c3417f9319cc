using System.Text.RegularExpressions;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests;

/// <summary>Dependencies between folders run one way, the root of a project counted, and nothing is ambient.</summary>
[TestClass]
public sealed partial class BoundaryTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src");
    private static SourceGraph Graph => SourceGraph.OfRepository.Value;

    [TestMethod]
    public void Folders_HaveNoCircle()
    {
        // Folders that use nothing that is still left can be taken away, until none is left.
        var left = Graph.Rooms();
        while (left.Keys.Where(room => !left[room].Keys.Any(left.ContainsKey)).ToList() is { Count: > 0 } free)
            free.ForEach(room => left.Remove(room));

        Assert.AreEqual("", string.Join("\n",
            from room in left
            from use in room.Value
            where left.ContainsKey(use.Key)
            select $"{room.Key} → {use.Key}: {use.Value}"));
    }

    [TestMethod]
    [DataRow("MLNet.Gan.Runtime/Primitives", "")]
    [DataRow("MLNet.Gan/Primitives", "MLNet.Gan.Runtime/Primitives")]
    [DataRow("MLNet.Gan.Runtime/Reports", "MLNet.Gan.Runtime/Platform")]
    [DataRow("MLNet.Gan.Runtime/Onnx", "MLNet.Gan.Runtime/Primitives")]
    [DataRow("MLNet.Gan.Runtime/Data", "MLNet.Gan.Runtime/Primitives")]
    [DataRow("MLNet.Gan/Objectives/Losses", "MLNet.Gan.Runtime/Primitives MLNet.Gan/Objectives MLNet.Gan/Primitives")]
    public void Folder_UsesNoOther(string room, string allowed) => AssertNone(
        from use in Graph.Rooms()[room]
        where !allowed.Split(' ').Contains(use.Key)
        select use.Value);

    [TestMethod]
    public void GanOptions_DoNotKnowAutoOptions() => AssertNone(
        Graph.Of("MLNet.Gan/Options/GanOptions.cs").Keys.Where(file => file.Contains("Auto", StringComparison.Ordinal)));

    [TestMethod]
    public void Runtime_UsesNoTorchSharp() => AssertNone(
        typeof(GanTransformer).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.Contains("Torch", StringComparison.OrdinalIgnoreCase)));

    [TestMethod]
    public void OnnxRuntime_IsUsedByOnnxAlone() => AssertNone(
        from file in Graph.Files
        where !file.StartsWith("MLNet.Gan.Tool/", StringComparison.Ordinal) && SourceGraph.Room(file) != "MLNet.Gan.Runtime/Onnx"
        where Code(file).Contains("Microsoft.ML.OnnxRuntime", StringComparison.Ordinal)
        select $"{file} uses ONNX Runtime");

    [TestMethod]
    public void Namespace_IsOneOfThoseForUsers() => AssertNone(
        from file in Graph.Files
        where !file.StartsWith("MLNet.Gan.Tool/", StringComparison.Ordinal)
        let expected = SourceGraph.Room(file).Split('/')[^1] switch
        {
            "Metrics" or "ImageNetworks" or "Inception" or "ResNet18" or "Evaluation" or "Tables" or "Quality" => "MLNet.Gan.Metrics",
            "Reports" => "MLNet.Gan.Reports",
            "Layers" => "MLNet.Gan.Layers",
            _ => "MLNet.Gan",
        }
        where !Code(file).Contains($"namespace {expected};", StringComparison.Ordinal)
        select $"{file} is not in {expected}");

    [TestMethod]
    public void PublicTypes_HaveNamesOfTheirOwn() => AssertNone(
        from type in typeof(GanTransformer).Assembly.GetExportedTypes().Concat(typeof(GanEstimator).Assembly.GetExportedTypes())
        where !type.IsNested
        group type by type.Name into same
        where same.Count() > 1
        select same.Key);

    [TestMethod]
    public void Root_HoldsDoorsOnly() => AssertNone(
        from room in Graph.Files.GroupBy(SourceGraph.Room)
        where !room.Key.Contains('/') && room.Count() > 7
        select $"{room.Key} has {room.Count()} files of its own");

    [TestMethod]
    [DataRow("Console.")]
    [DataRow("Random.Shared")]
    [DataRow("new Random()")]
    [DataRow("DateTime.Now")]
    [DataRow("DateTime.UtcNow")]
    [DataRow("DateTimeOffset.Now")]
    [DataRow("DateTimeOffset.UtcNow")]
    [DataRow("Environment.TickCount")]
    [DataRow("manual_seed")]
    [DataRow(".sum(0)")] // The sum over all axes as a byte (findings/torchsharp-sum-of-axis-zero.sh).
    [DataRow(".shape")] // Native memory until the next garbage collection (findings/torchsharp-shape-keeps-memory.sh): Sizes(), size(i).
    public void Ambient_IsBanned(string banned) => AssertNone(
        from file in Graph.Files
        where !file.StartsWith("MLNet.Gan.Tool/", StringComparison.Ordinal) && Code(file).Contains(banned, StringComparison.Ordinal)
        select $"{file} says {banned}");

    [TestMethod]
    public void Files_AreFound() => Assert.IsTrue(Graph.Files.Count() > 300, "The tests above would pass on an empty folder.");

    private static string Code(string file) => Comment().Replace(File.ReadAllText(Path.Combine(Source, file)), "");

    private static void AssertNone(IEnumerable<string> offenders) =>
        Assert.AreEqual("", string.Join("; ", offenders.Distinct()));

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
