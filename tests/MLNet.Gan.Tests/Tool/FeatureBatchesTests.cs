using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Scoring;

namespace MLNet.Gan.Tests.Tool;

[TestClass]
public sealed class FeatureBatchesTests : IDisposable
{
    private static readonly Protocol Network = new("reds", "1", "", 0, 0);
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Add_OfKnownAndRepeatedImages_FillsBatchesAndKeepsTheOrder()
    {
        var (known, scorer) = (Journal(2, 4), new Reds());
        using (known)
        {
            var set = Added(scorer, 3, known, Dot(1), Dot(2), Dot(3), Dot(1), Dot(4), Dot(5), Dot(2), Dot(6), Dot(5), Dot(7));

            CollectionAssert.AreEqual(new float[] { 1, 2, 3, 1, 4, 5, 2, 6, 5, 7 }, set.Features.ToArray());
            Assert.AreEqual("1 3 5, 6 7", scorer.Batches);
        }
    }

    [TestMethod]
    public void Add_WithoutNewImages_NeedsNoNetwork()
    {
        var (known, scorer) = (Journal(2, 4), new Reds());
        using (known)
        {
            var reports = new List<long>();
            var set = Added(scorer, 3, known, reports.Add, Dot(4), Dot(2), Dot(4));

            CollectionAssert.AreEqual(new float[] { 4, 2, 4 }, set.Features.ToArray());
            CollectionAssert.AreEqual(new long[] { 1, 2, 3 }, reports);
            Assert.AreEqual("", scorer.Batches);
        }
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Add_OfSizesThatChange_BeginsABatchAtEach(bool hasJournal)
    {
        var scorer = new Reds();
        using var journal = hasJournal ? Journal(9) : null;

        var set = Added(scorer, 3, journal, Dot(1), Dot(2), Line(3), Line(4), Line(5), Line(6), Dot(7));

        CollectionAssert.AreEqual(new float[] { 1, 2, 3, 4, 5, 6, 7 }, set.Features.ToArray());
        Assert.AreEqual("1 2, 3 4 5, 6, 7", scorer.Batches);
    }

    private static FeatureSet Added(Reds scorer, int size, FeatureJournal? journal, params ImagePlanes[] images) =>
        Added(scorer, size, journal, _ => { }, images);

    private static FeatureSet Added(
        Reds scorer, int size, FeatureJournal? journal, Action<long> report, params ImagePlanes[] images)
    {
        var set = new FeatureSet(1, evidence: Evidence.Features);
        new FeatureBatches(scorer, size, set, journal, report).Add(images);
        return set;
    }

    private static ImagePlanes Dot(byte red) => new(1, 1, [red, 0, 0]);

    private static ImagePlanes Line(byte red) => new(1, 2, [red, 0, 0, 0, 0, 0]);

    private FeatureJournal Journal(params byte[] reds)
    {
        var journal = new FeatureJournal(Path.Combine(_folder, "a.part"), Network, 1);
        journal.Add([.. reds.Select(red => FeatureJournal.Key(Dot(red)))], [.. reds.Select(red => (float)red)]);
        return journal;
    }

    /// <summary>A network whose feature is the red of the first pixel.</summary>
    private sealed class Reds : IImageScorer
    {
        private readonly List<string> _batches = [];

        public string Batches => string.Join(", ", _batches);

        public Protocol Protocol => Network;

        public int FeatureSize => 1;

        public int Classes => 0;

        public void Collect(IReadOnlyList<ImagePlanes> images, FeatureSet set)
        {
            _batches.Add(string.Join(' ', images.Select(image => image.Values[0])));
            set.Add([.. images.Select(image => (float)image.Values[0])]);
        }

        public void Dispose()
        {
        }
    }
}
