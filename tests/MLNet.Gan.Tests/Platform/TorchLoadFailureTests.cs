using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Platform;

[TestClass]
public sealed class TorchLoadFailureTests
{
    private static readonly Version TorchSharp = typeof(torch).Assembly.GetName().Version!;

    // As glibc's loader says it (dlerror), and .NET in front of it.
    private const string OldC = """
        Unable to load shared library '/app/libLibTorchSharp.so' or one of its dependencies. Consider using strace:
        /lib64/libc.so.6: version `GLIBC_2.34' not found (required by /app/libLibTorchSharp.so)
        """;

    [TestMethod]
    public void Missing_IsTheVersionThatTheLoaderNames()
    {
        Assert.AreEqual("GLIBC_2.34", TorchLoadFailure.Missing(OldC));
        Assert.AreEqual("CXXABI_1.3.13", TorchLoadFailure.Missing(
            "/usr/lib/libstdc++.so.6: version `CXXABI_1.3.13' not found (required by x)"));
        Assert.IsNull(TorchLoadFailure.Missing("libtorch.so: cannot open shared object file: No such file or directory"));
    }

    [TestMethod]
    public void Explain_OnAnOldSystem_SaysWhatIsMissingWhatThereIsAndWhereItLoads()
    {
        var here = SystemLibraries.OfProcess();

        var message = TorchLoadFailure.Explain(OldC, hasTorch: true, TorchSharp);

        Assert.StartsWith("TorchSharp's native library needs GLIBC_2.34, which this system lacks: it has "
            + $"glibc {here.C} and libstdc++ up to GLIBCXX_{here.Cpp}. ", message);
        Assert.Contains("glibc is 2.34 or later and libstdc++ is of GCC 11 or later", message);
    }

    [TestMethod]
    public void TooOld_OnASystemWithoutGlibc_SaysSo() => Assert.Contains(
        "it has no glibc and no libstdc++ that could be found",
        TorchLoadFailure.TooOld("GLIBC_2.34", new(null, null), TorchSharp));

    [TestMethod]
    public void Explain_WithoutLibtorch_NamesThePackagesInTheVersionsThatGoTogether()
    {
        var message = TorchLoadFailure.Explain("libtorch.so: cannot open shared object file", hasTorch: false, TorchSharp);

        var pins = File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props"));
        foreach (var package in new[] { "TorchSharp-cpu", "TorchSharp-cuda-linux", "libtorch-cpu-linux-x64" })
        {
            var line = message.Split('<', '>').Single(part => part.Contains($"\"{package}\"", StringComparison.Ordinal));
            Assert.Contains(line.Replace("PackageReference", "PackageVersion", StringComparison.Ordinal), pins);
        }
    }

    [TestMethod]
    public void Explain_OfAnotherCause_PassesOnTheLoadersWordsAlone() => Assert.EndsWith(
        "The system's loader reports: libtorch.so: cannot open shared object file: No such file or directory",
        TorchLoadFailure.Explain("""
            Unable to load shared library 'LibTorchSharp' or one of its dependencies. Consider using strace:
            /app/LibTorchSharp.so: cannot open shared object file: No such file or directory
            libtorch.so: cannot open shared object file: No such file or directory
            /app/libLibTorchSharp: cannot open shared object file: No such file or directory
            """, hasTorch: true, TorchSharp));

    [TestMethod]
    public void Told_OfALoaderThatFoundNoFile_SaysSo() => Assert.AreEqual(
        "no searched folder has the file libLibTorchSharp.so.", TorchLoadFailure.LoaderError("""
            Unable to load shared library 'LibTorchSharp' or one of its dependencies. Consider using strace:
            /app/libLibTorchSharp.so: cannot open shared object file: No such file or directory
            """));

    [TestMethod]
    public void Told_OnWindows_IsTheWholeLine() => Assert.AreEqual(
        "Unable to load DLL 'LibTorchSharp' or one of its dependencies: The specified module could not be found. "
            + "(0x8007007E)",
        TorchLoadFailure.LoaderError("Unable to load DLL 'LibTorchSharp' or one of its dependencies: The specified module could "
            + "not be found. (0x8007007E)"));
}
