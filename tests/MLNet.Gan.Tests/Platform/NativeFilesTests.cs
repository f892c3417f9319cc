
namespace MLNet.Gan.Tests.Platform;

[TestClass]
public sealed class NativeFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Folders_BeginWithThoseThatDotnetSearches_ThenTheProgramsOwn()
    {
        var searched = ((string)AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES")!)
            .Split(':', StringSplitOptions.RemoveEmptyEntries);

        var folders = NativeFiles.Folders("");

        string[] expected =
            [.. searched, AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "runtimes/linux-x64/native")];
        CollectionAssert.AreEqual(expected, folders.ToArray());
    }

    [TestMethod]
    public void Folders_OfAPlugIn_IncludeTorchSharpsOwn()
    {
        var folders = NativeFiles.Folders("/plugin/TorchSharp.dll");

        CollectionAssert.IsSubsetOf(new[] { "/plugin", "/plugin/runtimes/linux-x64/native" }, folders.ToArray());
    }

    [TestMethod]
    public void Folders_OfAScript_IncludeThePackages()
    {
        // NuGet's cache, from which scripts and notebooks load without copying.
        var torch = Path.Combine(_folder, "libtorch-cpu-linux-x64/2.10.0/runtimes/linux-x64/native");
        foreach (var version in new[] { "1.13.0", "2.10.0", "2.11.0" })
            Directory.CreateDirectory(Path.Combine(_folder, "libtorch-cpu-linux-x64", version, "runtimes/linux-x64/native"));

        var folders = NativeFiles.Folders(Path.Combine(_folder, "torchsharp/0.107.0/lib/net8.0/TorchSharp.dll"));

        string[] expected = [Path.Combine(_folder, "torchsharp/0.107.0/runtimes/linux-x64/native"), torch];
        CollectionAssert.AreEqual(expected, folders.Where(folder => folder.StartsWith(_folder, StringComparison.Ordinal))
            .TakeLast(2).ToArray());
    }

    [TestMethod]
    public void Find_TakesTheFirstFolderThatHasTheFile()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "b"));
        File.WriteAllText(Path.Combine(_folder, "b/x.so"), "");
        File.WriteAllText(Path.Combine(_folder, "x.so"), "");

        string[] folders = [Path.Combine(_folder, "a"), Path.Combine(_folder, "b"), _folder];

        Assert.AreEqual(Path.Combine(_folder, "b/x.so"), NativeFiles.Find(folders, "x.so"));
        Assert.IsNull(NativeFiles.Find(folders, "y.so"));
    }
}
