using MLNet.Gan.Metrics;
using MLNet.Gan.Reports;
using MLNet.Gan.Tool.Scoring;

namespace MLNet.Gan.Tests.Tool;

/// <summary>What an interrupted gan-fid stats keeps, and takes up again.</summary>
[TestClass]
public sealed class GanFidJournalTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [TestMethod]
    public void Stats_AfterAnInterruption_TakesUpWhatWasComputed()
    {
        var (folder, network) = (_bench.Images("real", 9, 1), _bench.Network());
        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", network, "-o", _bench["whole.npz"]), _bench.Error);
        Assert.IsEmpty(Journals("whole"));
        var protocol = StoredStatistics.Load(_bench["whole.npz"]).Protocol! with { RealCount = 0 };
        // As an interrupted run leaves it: features of three images, here other ones to be recognized, and half of a fourth.
        var part = FeatureJournal.Beside(_bench["a.npz"], protocol, 3);
        using (var journal = new FeatureJournal(part, protocol, 3))
        {
            foreach (var path in ImageFolder.List(folder, new()).Images.Take(3))
                journal.Add([FeatureJournal.Key(ImageFile.Read(path).Planes)], [7, 8, 9]);
        }

        File.AppendAllText(part, "half of a record");
        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", network, "-o", _bench["a.npz"], "--batch", "4"), _bench.Error);

        Assert.AreEqual($"gan-fid: '{part}', which an interrupted run left, has features of 3 images. They are not computed again.",
            _bench.Error.TrimEnd());
        Assert.IsEmpty(Journals("a"));
        var (whole, resumed) = (StoredStatistics.Load(_bench["whole.npz"]).Statistics, StoredStatistics.Load(_bench["a.npz"]).Statistics);
        Assert.AreEqual(9, resumed.Count);
        var means = new FeatureStatistics(3);
        foreach (var path in ImageFolder.List(folder, new()).Images.Skip(3))
            means.Add([.. ImageFile.Read(path).Planes.Values.Chunk(16).Select(plane => (float)(plane.Average(value => value) / 127.5 - 1))]);
        for (var i = 0; i < 3; i++)
            Assert.AreEqual((3 * (7 + i) + 6 * means.Mean()[i]) / 9, resumed.Mean()[i], 1e-6);
        Assert.AreNotEqual(whole.Mean()[0], resumed.Mean()[0]);
    }

    [TestMethod]
    public void Stats_ThatFailsInTheMiddle_GivesTheSameStatisticsBitForBitWhenItIsRunAgain()
    {
        var (folder, network) = (_bench.Images("real", 9, 1), Logarithms());
        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", network, "-o", _bench["whole.npz"], "--batch", "3"), _bench.Error);
        var last = Path.Combine(folder, "008.png");
        var good = File.ReadAllBytes(last);
        Write(folder, "008.png", Black); // The logarithm of 0 is not finite.

        Assert.AreEqual(1, _bench.Run("stats", folder, "-n", network, "-o", _bench["a.npz"], "--batch", "3"));
        Assert.Contains("finite", _bench.Error);
        Assert.HasCount(1, Journals("a"));
        File.WriteAllBytes(last, good);
        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", network, "-o", _bench["a.npz"], "--batch", "3"), _bench.Error);

        Assert.Contains("has features of 6 images", _bench.Error);
        var (whole, resumed) = (StoredStatistics.Load(_bench["whole.npz"]).Statistics, StoredStatistics.Load(_bench["a.npz"]).Statistics);
        CollectionAssert.AreEqual(whole.Mean(), resumed.Mean());
        CollectionAssert.AreEqual(whole.Covariance(), resumed.Covariance());
    }

    [TestMethod]
    public void Stats_WithAnotherNetwork_KeepsWhatTheFirstHasComputed()
    {
        var (folder, network) = (_bench.Images("real", 9, 1), Logarithms());
        var last = Path.Combine(folder, "008.png");
        var good = File.ReadAllBytes(last);
        Write(folder, "008.png", Black); // The logarithm of 0 is not finite.
        Assert.AreEqual(1, _bench.Run("stats", folder, "-n", network, "-o", _bench["a.npz"], "--batch", "4"));
        var journal = Assert.ContainsSingle(Journals("a"));
        Assert.MatchesRegex(@"a\.npz\.[0-9a-f]{8}\.part$", journal);
        File.WriteAllBytes(last, good);

        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", _bench.Network("other.onnx"), "-o", _bench["a.npz"]), _bench.Error);
        Assert.AreEqual("", _bench.Error);
        Assert.AreEqual(journal, Assert.ContainsSingle(Journals("a")));

        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", network, "-o", _bench["a.npz"]), _bench.Error);
        Assert.Contains("has features of 8 images", _bench.Error);
        Assert.IsEmpty(Journals("a"));
    }

    [TestMethod]
    public void Open_OfAJournalOfAnotherNetwork_BeginsAnew()
    {
        var path = _bench["a.part"];
        using (var journal = new FeatureJournal(path, new("a", "1", "x", 0, 0), 2))
            journal.Add([new string('0', 64)], [1, 2]);
        using (var again = new FeatureJournal(path, new("a", "1", "x", 5, 0), 2))
        {
            Assert.AreEqual(1, again.Found);
            CollectionAssert.AreEqual(new[] { 1f, 2 }, again.Find(new string('0', 64)));
            Assert.IsNull(again.Find(new string('1', 64)));
        }

        using var other = new FeatureJournal(path, new("a", "2", "x", 0, 0), 2);
        Assert.AreEqual(0, other.Found);
    }

    [TestMethod]
    public void Open_OfAJournalWithAChangedByte_HasOnlyWhatStandsBeforeIt()
    {
        const int header = 32, record = 32 + 2 * sizeof(float) + sizeof(uint);
        var path = _bench["a.part"];
        Protocol network = new("a", "1", "x", 0, 0);
        string[] keys = [new('0', 64), new('1', 64), new('2', 64)];
        using (var journal = new FeatureJournal(path, network, 2))
            journal.Add(keys, [1, 2, 3, 4, 5, 6]);
        var whole = File.ReadAllBytes(path);
        Assert.HasCount(header + 3 * record, whole);

        for (var at = header; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x10;
            File.WriteAllBytes(path, changed);
            var good = (at - header) / record;
            using (var journal = new FeatureJournal(path, network, 2))
            {
                Assert.AreEqual((good, 3 - good), (journal.Found, (int)journal.Dropped), $"Byte {at}");
                for (var i = 0; i < 3; i++)
                    CollectionAssert.AreEqual(i < good ? new float[] { 2 * i + 1, 2 * i + 2 } : null, journal.Find(keys[i]));
                journal.Add(keys[good..], [.. Enumerable.Range(2 * good + 1, 6 - 2 * good).Select(value => (float)value)]);
            }

            CollectionAssert.AreEqual(whole, File.ReadAllBytes(path));
        }
    }

    [TestMethod]
    public void Open_OfAJournalWithFeaturesThatAreNoNumbers_LeavesThemToTheNetwork()
    {
        Protocol network = new("a", "1", "x", 0, 0);
        using (var journal = new FeatureJournal(_bench["a.part"], network, 2))
            journal.Add([new('0', 64)], [1, float.NaN]);

        using var again = new FeatureJournal(_bench["a.part"], network, 2);
        Assert.AreEqual((0, 1L), (again.Found, again.Dropped));
    }

    [TestMethod]
    public void Stats_WithAChangedJournal_ComputesWhatWasChanged()
    {
        var (folder, network) = (_bench.Images("real", 9, 1), _bench.Network());
        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", network, "-o", _bench["whole.npz"]), _bench.Error);
        var protocol = StoredStatistics.Load(_bench["whole.npz"]).Protocol! with { RealCount = 0 };
        var part = FeatureJournal.Beside(_bench["a.npz"], protocol, 3);
        using (var journal = new FeatureJournal(part, protocol, 3))
            journal.Add([FeatureJournal.Key(ImageFile.Read(ImageFolder.List(folder, new()).Images[0]).Planes)], [0, 0, 0]);
        var bytes = File.ReadAllBytes(part);
        BitConverter.TryWriteBytes(bytes.AsSpan(64), 1.67e9f); // The first feature, behind two hashes.
        File.WriteAllBytes(part, bytes);

        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", network, "-o", _bench["a.npz"]), _bench.Error);

        Assert.AreEqual($"gan-fid: '{part}' is damaged: the features of 1 images, from the first changed one on, are computed again.",
            _bench.Error.TrimEnd());
        CollectionAssert.AreEqual(File.ReadAllBytes(_bench["whole.npz"]), File.ReadAllBytes(_bench["a.npz"]));
    }

    [TestMethod]
    public void Stats_ThatIsTakenUpWithOneImageLeft_StillDoubtsTheNetwork()
    {
        var graph = new OnnxGraph("batch");
        var pooled = graph.Add("Flatten", [graph.Add("GlobalAveragePool", [graph.Input("x", OnnxElement.Single, 3, 4, 4)])]);
        graph.Output("features", graph.Add("Sub", [pooled, graph.Add("ReduceMean", [pooled], OnnxAttribute.Ints("axes", 0))]), 3);
        var network = _bench.Write("batch.onnx", graph.ToBytes(new Dictionary<string, string>()));
        var folder = _bench.Images("real", 5, 1);
        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", network, "-o", _bench["whole.npz"]), _bench.Error);
        var protocol = StoredStatistics.Load(_bench["whole.npz"]).Protocol! with { RealCount = 0 };
        using (var journal = new FeatureJournal(FeatureJournal.Beside(_bench["a.npz"], protocol, 3), protocol, 3))
        {
            foreach (var path in ImageFolder.List(folder, new()).Images.Take(4))
                journal.Add([FeatureJournal.Key(ImageFile.Read(path).Planes)], [7, 8, 9]);
        }

        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", network, "-o", _bench["a.npz"]), _bench.Error);

        Assert.Contains("The network 'batch' computes over the batch", _bench.Error);
        Assert.AreEqual(ScoreWarning.BatchDependence, StoredStatistics.Load(_bench["a.npz"]).Warnings.Single().Code);
    }

    private static byte[] Black => new Picture(4, 4, 3, new byte[48]).ToPng();

    /// <summary>Writes a network whose features are the logarithms of the means of what is brighter than gray.</summary>
    private string Logarithms()
    {
        var graph = new OnnxGraph("logarithms");
        var mean = graph.Add("GlobalAveragePool", [graph.Add("Relu", [graph.Input("x", OnnxElement.Single, 3, 4, 4)])]);
        graph.Output("features", graph.Add("Flatten", [graph.Add("Log", [mean])]), 3);
        return _bench.Write("logarithms.onnx", graph.ToBytes(new Dictionary<string, string>()));
    }

    private string[] Journals(string name) => Directory.GetFiles(_bench[""], $"{name}.npz.*part");

    private static void Write(string folder, string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, name), bytes);
}
