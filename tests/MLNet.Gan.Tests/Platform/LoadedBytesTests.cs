using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MLNet.Gan.Tests.Platform;

/// <summary>Loads a small library of ML.NET's that has no state, under names that no other test uses.</summary>
[TestClass]
public sealed class LoadedBytesTests
{
    private static readonly byte[] Library = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "libLdaNative.so"));

    [TestMethod]
    public void Load_FromMemory_LeavesNoFile()
    {
        var handle = LoadedBytes.Load(Library, "libMemoryTest.so", MemoryFile.TryCreate);

        Assert.IsTrue(NativeLibrary.TryGetExport(handle, "CreateEngine", out _));
        Assert.Contains("/memfd:libMemoryTest.so", Mapped("libMemoryTest.so"));
    }

    [TestMethod]
    public void Load_WhereMemoryIsForbidden_LoadsFromAFileThatIsGoneAfterwards() =>
        AssertLoadsFromAFile("libForbiddenTest.so", name => null);

    [TestMethod]
    public void Load_WhereMemoryCannotBeExecuted_LoadsFromAFileThatIsGoneAfterwards()
    {
        // Stands for a file in memory that the loader refuses: one that can be written, but whose bytes are lost.
        AssertLoadsFromAFile("libRefusedTest.so", name => File.OpenHandle("/dev/null", access: FileAccess.ReadWrite));
    }

    [TestMethod]
    public void Load_OfWhatIsNoLibrary_PassesOnTheLoadersWordsAndLeavesNoFile()
    {
        var thrown = Assert.ThrowsExactly<DllNotFoundException>(
            () => LoadedBytes.Load([1, 2, 3], "libBrokenTest.so", name => null));

        Assert.Contains("libBrokenTest.so: file too short", thrown.Message);
        Assert.IsEmpty(Left("libBrokenTest.so"));
    }

    private static void AssertLoadsFromAFile(string name, Func<string, SafeFileHandle?> createInMemory)
    {
        var handle = LoadedBytes.Load(Library, name, createInMemory);

        Assert.IsTrue(NativeLibrary.TryGetExport(handle, "CreateEngine", out _));
        StringAssert.Matches(Mapped(name), new($"/mlnet-gan-\\w+/{name} \\(deleted\\)"));
        Assert.IsEmpty(Left(name));
    }

    private static string Mapped(string name) => string.Join('\n', File.ReadLines("/proc/self/maps")
        .Where(line => line.Contains(name, StringComparison.Ordinal)));

    private static IEnumerable<string> Left(string name) => Directory.EnumerateDirectories(Path.GetTempPath(), "mlnet-gan-*")
        .Where(folder => File.Exists(Path.Combine(folder, name)));
}
