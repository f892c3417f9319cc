using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace MLNet.Gan.Tests;

/// <summary>Dependencies between the folders of the library run one way, and nothing in it is ambient.</summary>
[TestClass]
public sealed partial class BoundaryTests
{
    private const string Own = "MLNet.Gan.";
    private static readonly string Library = Path.GetFullPath(Path.Combine(ThisFolder(), "../../src/MLNet.Gan"));

    // The table: what each folder may use of ours.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Losses"] = [],
        ["Regularizers"] = [],
        ["Monitoring"] = [],
        ["Optimizers"] = [],
        ["Averages"] = [],
        ["Platform"] = [],
        ["Augmentations"] = [],
        ["Controllers"] = ["Monitoring"],
        ["Reports"] = [],
        ["Onnx"] = [],
        ["Inception"] = ["Onnx"],
        ["Metrics"] = ["Onnx"],
        ["Networks"] = ["Onnx"],
        ["Generation"] = ["Onnx"],
        ["Data"] = ["Generation", "Inception", "Platform"],
        ["Training"] =
        [
            "Augmentations", "Averages", "Controllers", "Data", "Generation", "Losses", "Monitoring", "Networks", "Onnx",
            "Optimizers", "Regularizers",
        ],
        ["Pipelines"] = ["Generation", "Metrics"],
    };

    public static IEnumerable<object[]> Folders =>
        from path in Directory.EnumerateDirectories(Library)
        let name = Path.GetFileName(path)
        where name is not ("bin" or "obj") && Directory.EnumerateFiles(path, "*.cs").Any()
        orderby name
        select new object[] { name };

    [TestMethod]
    public void Table_HasEveryFolder() =>
        CollectionAssert.AreEquivalent(Folders.Select(row => (string)row[0]).ToArray(), Allowed.Keys);

    [TestMethod]
    public void Table_HasNoCircle()
    {
        // Folders that use nothing that is still left can be taken away, until none is left.
        var left = Allowed.Keys.ToHashSet();
        while (left.RemoveWhere(folder => !Allowed[folder].Any(left.Contains)) > 0)
        {
        }

        Assert.IsEmpty(left, $"These depend on each other: {string.Join(", ", left)}.");
    }

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void Folder_UsesOnlyWhatTheTableAllows(string folder)
    {
        var offenders =
            from file in Files(folder)
            from Match match in Mention().Matches(Code(file))
            let used = match.Groups["using"].Success ? match.Groups["using"].Value : match.Groups["name"].Value
            where Allowed.ContainsKey(used) && used != folder && !Allowed[folder].Contains(used)
            select $"{Path.GetFileName(file)} uses {used}";

        AssertNone(offenders);
    }

    [TestMethod]
    public void MLNet_IsUsedByRootDataAndPipelinesAlone() => AssertNone(
        from file in Files()
        where Folder(file) is not ("" or "Data" or "Pipelines") && MLNet().IsMatch(Code(file))
        select $"{file} uses Microsoft.ML");

    [TestMethod]
    public void OnnxRuntime_IsUsedByOnnxAlone() => AssertNone(
        from file in Files()
        where Folder(file) != "Onnx" && Code(file).Contains("Microsoft.ML.OnnxRuntime", StringComparison.Ordinal)
        select $"{file} uses ONNX Runtime");

    [TestMethod]
    public void Namespace_IsTheFolder() => AssertNone(
        from file in Files()
        let relative = Path.GetRelativePath(Library, Path.GetDirectoryName(file)!).Replace('/', '.').TrimStart('.')
        let expected = relative.Length == 0 ? "MLNet.Gan" : Own + relative
        where !Code(file).Contains($"namespace {expected};", StringComparison.Ordinal)
        select $"{file} is not in {expected}");

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
    public void Ambient_IsBanned(string banned) => AssertNone(
        from file in Files()
        where Code(file).Contains(banned, StringComparison.Ordinal)
        select $"{file} says {banned}");

    [TestMethod]
    public void Files_AreFound() => Assert.IsTrue(Files().Count() > 100, "The tests above would pass on an empty folder.");

    private static IEnumerable<string> Files(string folder = "") =>
        from file in Directory.EnumerateFiles(Path.Combine(Library, folder), "*.cs", SearchOption.AllDirectories)
        where Folder(file) is not ("bin" or "obj")
        select file;

    private static string Folder(string file)
    {
        var parts = Path.GetRelativePath(Library, file).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : "";
    }

    private static string Code(string file) => Comment().Replace(File.ReadAllText(file), "");

    private static void AssertNone(IEnumerable<string> offenders) =>
        Assert.AreEqual("", string.Join("; ", offenders.Distinct()));

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    /// <summary>A using directive, or a namespace in front of a name, for which no directive is needed here.</summary>
    [GeneratedRegex(@"^using (?:static )?MLNet\.Gan\.(?<using>\w+)|(?<![\w.])(?:MLNet\.Gan\.)?(?<name>Losses|Regularizers|Optimizers|Averages|Augmentations|Controllers|Monitoring|Reports|Onnx|Inception|Metrics|Networks|Generation|Data|Training|Pipelines|Platform)\.[A-Z]",
        RegexOptions.Multiline)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\bMicrosoft\.ML\b(?!\.OnnxRuntime)")]
    private static partial Regex MLNet();

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
