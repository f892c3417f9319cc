using Microsoft.ML;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests.Evaluation;

[TestClass]
public sealed class EvaluationCacheTests : IDisposable
{
    private static readonly MLContext Context = TestData.Context;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
    private readonly Counting _features = new("12345678");
    private readonly Counting _logits = new("87654321");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    public static IEnumerable<object[]> Kinds =>
    [
        [new FrechetInceptionDistance()], [new PrecisionRecall()], [new ModeCount()], [new InceptionScore { Splits = 2 }],
    ];

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Evaluate_OfTheSameRealSamples_AsksTheNetworksOfThemOnce(IMetric metric)
    {
        var options = Options with { Metrics = [metric], Classifier = _logits };
        var expected = Context.Gan.Evaluate(TestData.Points(90), TestData.Points(40), options with { CacheFolder = null });
        var first = Context.Gan.Evaluate(TestData.Points(90), TestData.Points(40), options);
        var seen = (_features.Samples, _logits.Samples);

        var second = Context.Gan.Evaluate(TestData.Points(90), TestData.Points(40), options);

        Assert.AreEqual((seen.Item1 + 40, seen.Item2 + 40), (_features.Samples, _logits.Samples));
        AssertSame(expected, first);
        AssertSame(expected, second);
        Assert.AreEqual(expected.RealLabelAccuracy!.Overall, second.RealLabelAccuracy!.Overall);
    }

    [TestMethod]
    public void Evaluate_OfOtherSamplesOrNetworks_AsksAgain()
    {
        Context.Gan.Evaluate(TestData.Points(90), TestData.Points(40), Options);
        Assert.AreEqual(130, _features.Samples);

        Context.Gan.Evaluate(TestData.Points(91), TestData.Points(40), Options);
        Assert.AreEqual(130 + 131, _features.Samples);

        var other = new Counting("other");
        Context.Gan.Evaluate(TestData.Points(90), TestData.Points(40), Options with { Features = other });
        Assert.AreEqual(130, other.Samples);
    }

    [TestMethod]
    public void Evaluate_OfADamagedFile_ComputesItAnew()
    {
        var expected = Context.Gan.Evaluate(TestData.Points(90), TestData.Points(40), Options);
        var file = Directory.GetFiles(_folder).Single();
        var length = new FileInfo(file).Length;
        File.WriteAllText(file, "damaged");

        AssertSame(expected, Context.Gan.Evaluate(TestData.Points(90), TestData.Points(40), Options));
        Assert.AreEqual(260, _features.Samples);
        Assert.AreEqual(length, new FileInfo(Directory.GetFiles(_folder).Single()).Length);
    }

    [TestMethod]
    public void Evaluate_WithAFolderThatCannotBeWrittenTo_AsksTheNetworkForNothing()
    {
        File.WriteAllText(_folder, "a file");
        try
        {
            var thrown = Assert.ThrowsExactly<IOException>(() => Context.Gan.Evaluate(TestData.Points(90), TestData.Points(40), Options));

            Assert.StartsWith($"CacheFolder is '{_folder}', which cannot be written to: ", thrown.Message);
            Assert.EndsWith(" Choose another folder, or change its permissions.", thrown.Message);
            Assert.AreEqual(0, _features.Samples);
        }
        finally
        {
            File.Delete(_folder);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Evaluate_OfAFileWithAChangedByte_ComputesItAnew(IMetric metric)
    {
        var options = Options with { Metrics = [metric], Classifier = _logits };
        var expected = Context.Gan.Evaluate(TestData.Points(90), TestData.Points(40), options);
        var file = Directory.GetFiles(_folder).Single();
        var whole = File.ReadAllBytes(file);
        foreach (var header in Places(whole, [.. "NUMPY"u8]))
        {
            byte[] changed = [.. whole];
            changed[header + changed.AsSpan(header).IndexOf((byte)'\n') + 1] ^= 0x40; // The first value of an array.
            File.WriteAllBytes(file, changed);
            var before = _features.Samples;

            AssertSame(expected, Context.Gan.Evaluate(TestData.Points(90), TestData.Points(40), options));
            Assert.AreEqual(before + 130, _features.Samples);
            CollectionAssert.AreEqual(whole, File.ReadAllBytes(file));
        }
    }

    [TestMethod]
    public void Evaluate_ByANetworkWithoutAFile_KeepsNothing()
    {
        Context.Gan.Evaluate(TestData.Points(90), TestData.Points(40), Options with { Features = new Counting("") });

        Assert.IsFalse(Directory.Exists(_folder));
    }

    private static IEnumerable<int> Places(byte[] file, byte[] text)
    {
        for (var at = file.AsSpan().IndexOf(text); at >= 0;)
        {
            yield return at;
            at = file.AsSpan(at + 1).IndexOf(text) is >= 0 and var next ? at + 1 + next : -1;
        }
    }

    private EvaluationOptions Options => new()
    {
        Features = _features,
        GeneratedColumnName = "Features",
        CacheFolder = _folder,
    };

    private static void AssertSame(GanScores expected, GanScores actual)
    {
        Assert.AreEqual(expected.All.Count, actual.All.Count);
        foreach (var (first, second) in expected.All.Zip(actual.All))
            Assert.AreEqual(0, first.Minus(second), 1e-12 * (1 + Math.Abs(first.Value)), first.Name);
    }

    /// <summary>The samples themselves, and how many were asked for.</summary>
    private sealed class Counting(string weights) : IFeatureExtractor
    {
        public int Samples { get; private set; }

        public string Name => "counting";

        public string Weights => weights;

        public int InputSize => 2;

        public int FeatureSize => 2;

        public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features)
        {
            Samples += count;
            samples.CopyTo(features);
        }
    }
}
