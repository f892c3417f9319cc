using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class StoredStatisticsTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    // What npz.py writes.
    private static readonly double[] Mean = [1.5, -2, 1e-3];
    private static readonly double[] Covariance = [2, 0.5, -0.25, 0.5, 1, 0.125, -0.25, 0.125, 4];

    private static readonly Dictionary<string, byte[]> Files = JsonSerializer.Deserialize<Dictionary<string, byte[]>>(
        File.ReadAllText(Path.Combine(ThisFolder(), "npz.json")))!;

    private readonly StatisticsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("float64")]
    [DataRow("packed")]
    [DataRow("fortran")]
    [DataRow("big endian")]
    [DataRow("version 2")]
    [DataRow("version 3")]
    public void Load_OfNumPysFile_GivesItsNumbersBitForBit(string name)
    {
        var stored = StoredStatistics.Load(_folder.Write(Files[name]));

        Assert.IsFalse(stored.IsCountKnown);
        Assert.IsNull(stored.Protocol);
        CollectionAssert.AreEqual(Mean, stored.Statistics.Mean());
        CollectionAssert.AreEqual(Covariance, stored.Statistics.Covariance());
    }

    [TestMethod]
    public void Load_OfFloat32_GivesItsNumbers()
    {
        var stored = StoredStatistics.Load(_folder.Write(Files["float32"]));

        CollectionAssert.AreEqual(new[] { 1.5, -2, (double)1e-3f }, stored.Statistics.Mean());
        CollectionAssert.AreEqual(Covariance, stored.Statistics.Covariance()); // Sums of few powers of two.
    }

    [TestMethod]
    public void Load_WithACount_TakesIt()
    {
        var stored = StoredStatistics.Load(_folder.Write(Files["float64"]), count: 5);

        Assert.IsTrue(stored.IsCountKnown);
        Assert.AreEqual(5, stored.Statistics.Count);
        Assert.AreEqual(2 * 4 / 5.0, stored.Statistics.Covariance(ddof: 0)[0], 1e-15);
    }

    [TestMethod]
    public void Load_OfASavedFile_GivesAllOfIt()
    {
        var stored = new StoredStatistics(FeatureStatistics.FromMoments(9, Mean, Covariance),
            new Protocol("net", "12ab", "clean", 9, 0) { Split = "test" })
        {
            Warnings = [new(ScoreWarning.ImagesLeftOut, "2 files were left out."), new(ScoreWarning.BatchDependence, "Σ ≠ Σ")],
        };
        var path = _folder["own.npz"];
        stored.Save(path);

        var again = StoredStatistics.Load(path);

        Assert.IsTrue(again.IsCountKnown);
        Assert.AreEqual((9L, stored.Protocol), (again.Statistics.Count, again.Protocol));
        CollectionAssert.AreEqual(stored.Warnings.ToArray(), again.Warnings.ToArray());
        CollectionAssert.AreEqual(Mean, again.Statistics.Mean());
        CollectionAssert.AreEqual(Covariance, again.Statistics.Covariance());
        var bytes = File.ReadAllBytes(path);
        again.Save(path);
        CollectionAssert.AreEqual(bytes, File.ReadAllBytes(path));
        Assert.Contains("has statistics of 9 samples, not 8",
            Assert.ThrowsExactly<FormatException>(() => StoredStatistics.Load(path, 8)).Message);
    }

    [TestMethod]
    public void Save_OfAnUnknownCount_SaysNone()
    {
        var path = _folder["unknown.npz"];
        StoredStatistics.Load(_folder.Write(Files["float64"])).Save(path);

        Assert.IsFalse(StoredStatistics.Load(path).IsCountKnown);
    }

    [TestMethod]
    public void Save_WritesWhatNumPyReads()
    {
        if (!File.Exists(Python))
            Assert.Inconclusive($"{Python} is missing.");
        var path = _folder["own.npz"];
        var statistics = FeatureStatistics.FromMoments(9, Mean, Covariance);
        new StoredStatistics(statistics, new("net", "12ab", "clean", 9, 0)) { Warnings = [new("code", "Said.")] }.Save(path);

        // As pytorch-fid reads it, and then the rest.
        const string script = """
            import sys
            try:
                import numpy as np
            except ImportError:
                sys.exit(77)
            import json
            with np.load(sys.argv[1]) as f:
                m, s = f["mu"][:], f["sigma"][:]
                assert m.dtype == s.dtype == np.float64
                print(m.tolist(), s.ravel().tolist(), s.shape, int(f["count"]), int(f["ddof"]))
                print(json.loads(bytes(f["protocol"]))["network"])
                print(json.loads(bytes(f["warnings"]))[0]["message"])
            """;
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", script, path])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (said, complaints) = (process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
        process.WaitForExit();
        if (process.ExitCode == 77)
            Assert.Inconclusive("python3-numpy is not installed.");
        Assert.AreEqual(
            "[1.5, -2.0, 0.001] [2.0, 0.5, -0.25, 0.5, 1.0, 0.125, -0.25, 0.125, 4.0] (3, 3) 9 1\nnet\nSaid.\n", said,
            complaints);
    }

    [TestMethod]
    [DataRow("no sigma", "has no array 'sigma'")]
    [DataRow("objects", "Python objects (a pickle), which are never read")]
    [DataRow("structured", "not that of an array of plain numbers")]
    [DataRow("complex", "Its elements are '<c16'")]
    [DataRow("another size", "a mean of (2) and a covariance of (3, 3)")]
    [DataRow("not square", "a mean of (3) and a covariance of (2, 3)")]
    [DataRow("not finite", "not finite")]
    [DataRow("negative variance", "no variance is negative")]
    [DataRow("not symmetric", "not symmetric")]
    [DataRow("empty", "must be (D) and (D, D)")]
    [DataRow("count of two", "'count' in")]
    [DataRow("bad protocol", "protocol in")]
    public void Load_OfABadFile_SaysWhatIsWrong(string name, string message) => _folder.AssertRefused(Files[name], message);

    [TestMethod]
    [DataRow("[{\"code\":\"a\"}]")]
    [DataRow("[null]")]
    [DataRow("{}")]
    [DataRow("null")]
    [DataRow("[")]
    public void Load_OfDamagedWarnings_SaysSo(string json)
    {
        var file = new NpzWriter();
        file.Add("mu", [1], [1]);
        file.Add("sigma", [1, 1], [1]);
        file.Add("warnings", System.Text.Encoding.UTF8.GetBytes(json));

        _folder.AssertRefused(file.ToBytes(), "The warnings in '");
    }

    [TestMethod]
    public void Load_OfAFileCutShortAnywhere_IsRefused()
    {
        var file = Files["float64"];
        for (var length = 0; length < file.Length; length += 7)
            _folder.AssertRefused(file[..length], "");
    }

    [TestMethod]
    public void Load_OfAFileWithAFlippedByte_GivesTheNumbersOrIsRefused()
    {
        // Nothing but a FormatException or what was written may come out; a zip has spare bytes that nobody reads.
        for (var at = 0; at < Files["packed"].Length; at++)
        {
            byte[] file = [.. Files["packed"]];
            file[at] ^= 0x55;
            var path = _folder.Write(file);
            try
            {
                var stored = StoredStatistics.Load(path);
                CollectionAssert.AreEqual(Mean, stored.Statistics.Mean(), $"Byte {at}");
                CollectionAssert.AreEqual(Covariance, stored.Statistics.Covariance(), $"Byte {at}");
            }
            catch (FormatException damage)
            {
                Assert.Contains(path, damage.Message);
            }
        }
    }

    [TestMethod]
    public void Load_OfAChangedValue_SaysThatTheChecksumDiffers()
    {
        byte[] file = [.. Files["float64"]];
        file[file.AsSpan().IndexOf((byte)'\n') + 8] ^= 0x40; // Sign and exponent of the first value.
        var path = _folder.Write(file);

        var error = Assert.ThrowsExactly<FormatException>(() => StoredStatistics.Load(path)).Message;
        Assert.StartsWith($"The array 'mu' of '{path}' cannot be read: ", error);
        Assert.MatchesRegex("Its checksum \\(CRC-32\\) is [0-9A-F]{8}, but was [0-9A-F]{8} when it was written, so its values have changed. Copy or "
            + "download the file again.$", error);
    }

    [TestMethod]
    public void Load_OfMoreValuesThanTheHeaderSays_IsRefused() => _folder.AssertRefused(
        StatisticsFolder.Npz([1, 2, 3], [2], [1, 0, 0, 1]), "The array 'mu' of '", "cannot be read: It has more bytes than its header declares. Save it again.");

    [TestMethod]
    public void Load_OfABomb_TakesLittleMemory()
    {
        // A header that claims a thousand times as many values as there are.
        var file = Files["float64"];
        var at = file.AsSpan().IndexOf("(3, 3)"u8);
        byte[] bomb = [.. file];
        "(99999999, 99999999)"u8.CopyTo(bomb.AsSpan(at));
        "), }"u8.CopyTo(bomb.AsSpan(at + 19));
        var path = _folder.Write(bomb);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.ThrowsExactly<FormatException>(() => StoredStatistics.Load(path));
        Assert.IsTrue(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
        // Zeros pack well, and are read all the same.
        Assert.AreEqual(600, StoredStatistics.Load(_folder.Write(Files["zeros"])).Statistics.Dimension);
    }

    [TestMethod]
    [DataRow("{'descr': '<f8', 'fortran_order': False, 'shape': (4, 5), }", true)]
    [DataRow("{'shape': (4, 5), 'descr': '<f8', 'fortran_order': False}", true, DisplayName = "another order")]
    [DataRow("{'descr': '<f8', 'fortran_order': False, 'shape': (4L, 5L), }", true, DisplayName = "Python 2")]
    [DataRow("{'descr': '<f8', 'fortran_order': False, 'shape': (4, -5), }", false)]
    [DataRow("{'descr': '<f8', 'fortran_order': 0, 'shape': (4, 5), }", false)]
    [DataRow("{'descr': '<f8', 'descr': '<f8', 'shape': (4, 5), }", false)]
    [DataRow("{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775807, 5), }", false)]
    [DataRow("__import__('os').system('true')", false)]
    [DataRow("", false)]
    public void Header_IsReadOrRefused(string text, bool isGood)
    {
        byte[] bytes = [0x93, .. "NUMPY"u8, 1, 0, (byte)text.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(text)];

        if (isGood)
            CollectionAssert.AreEqual(new[] { 4L, 5 }, NpyHeader.Read(new MemoryStream(bytes)).Shape);
        else
            Assert.ThrowsExactly<FormatException>(() => NpyHeader.Read(new MemoryStream(bytes)));
    }

    [TestMethod]
    [DataRow("40", DisplayName = "magic")]
    [DataRow("934E554D505904000000", DisplayName = "version 4")]
    [DataRow("934E554D50590200FFFFFF7F", DisplayName = "a header of 2 GiB")]
    public void Header_OfAnotherStart_IsRefused(string start) => Assert.ThrowsExactly<FormatException>(
        () => NpyHeader.Read(new MemoryStream([.. Convert.FromHexString(start), .. new byte[20]])));

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
