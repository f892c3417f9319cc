using System.Diagnostics;
using System.Runtime.CompilerServices;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

/// <summary>Files as large as the published one, written by PyTorch itself, on the whole way to features.</summary>
[TestClass]
public sealed class InceptionFileTests : IDisposable
{
    // Another Python on the path may lack Debian's modules.
    private const string Python = "/usr/bin/python3";

    private readonly string _folder =
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())).FullName;

    private InceptionCache Cache => new(Path.Combine(_folder, "kept"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod, TestCategory("Slow")]
    [DataRow("zip")]
    [DataRow("legacy")]
    public void Import_OfAWholeFile_GivesTorchvisionsOutputs(string container)
    {
        var imported = InceptionImport.Import(Save("weights.pth", container), Cache);

        foreach (var way in Vectors.Ways.Keys)
            TorchvisionOutputs.AssertEqual(imported, way);
    }

    [TestMethod, TestCategory("Slow")]
    public void Import_OfAnotherFileOfThePublishedName_IsRefused()
    {
        var path = Save("pt_inception-2015-12-05-6726825d.pth", "zip");

        var e = Assert.ThrowsExactly<FormatException>(() => InceptionImport.Import(path, Cache));

        Assert.Contains("but its name has 6726825d: the file is damaged or another one.", e.Message);
        Assert.IsFalse(Directory.Exists(Cache.Folder));
    }

    /// <summary>Lets vectors.py write the network; inconclusive where it cannot.</summary>
    private string Save(string name, string container)
    {
        if (!File.Exists(Python))
            Assert.Inconclusive($"{Python} is missing.");

        var path = Path.Combine(_folder, name);
        using var process = Process.Start(new ProcessStartInfo(
            Python, [Path.Combine(ThisFolder(), "vectors.py"), "--save", path, container])
        {
            RedirectStandardError = true,
            Environment = { ["OMP_NUM_THREADS"] = "1" },
        })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (errors.Contains("ModuleNotFoundError", StringComparison.Ordinal))
            Assert.Inconclusive("python3-torchvision or python3-pil is not installed.");
        Assert.AreEqual(0, process.ExitCode, errors);
        return path;
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
