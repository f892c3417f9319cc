using System.Text.Json;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Tables.Quality;

/// <summary>Values beside those of NumPy 1.24, SciPy 1.10 and scikit-learn 1.2, by quality.py.</summary>
[TestClass]
public sealed class TableQualityReferenceTests
{
    private static readonly JsonElement Root = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "tests/MLNet.Gan.Tests/Tables/Quality/quality.json"))).RootElement;

    [TestMethod]
    [DataRow("x")]
    [DataRow("y")]
    [DataRow("kind")]
    [DataRow("flag")]
    public void Shape_IsSciPys(string name)
    {
        var (real, made) = (Column("real", name), Column("made", name));

        var quality = ColumnQualities.Compare(real, made, made, real, [], confidence: 0.95);

        Assert.AreEqual(Root.GetProperty("shapes").GetProperty(name).GetDouble(), quality.Shape, 1e-12);
        Assert.AreEqual(1, quality.Reference!.Value);
    }

    [TestMethod]
    [DataRow("x")]
    [DataRow("y")]
    public void RangeCoverage_IsNumPys(string name) => Assert.AreEqual(Root.GetProperty("coverage").GetProperty(name).GetDouble(),
        ColumnQualities.RangeCoverage(Column("real", name).Numbers!, Column("made", name).Numbers![..6]), 1e-12);

    [TestMethod]
    [DataRow("x", "y")]
    [DataRow("x", "kind")]
    [DataRow("y", "flag")]
    [DataRow("kind", "flag")]
    public void PairTrend_IsSciPys(string first, string second)
    {
        TableColumn[] Columns(string side) => [Column(side, first), Column(side, second)];
        var expected = Root.GetProperty("pairs").GetProperty($"{first} {second}");

        var pair = PairTrends.Compare(Columns("real"), Columns("made"), Columns("real")).Single();

        Assert.AreEqual(expected.GetProperty("real").GetDouble(), pair.Real, 1e-12);
        Assert.AreEqual(expected.GetProperty("made").GetDouble(), pair.Synthetic, 1e-12);
        Assert.AreEqual(expected.GetProperty("score").GetDouble(), pair.Score, 1e-12);
        Assert.AreEqual(1, pair.Reference!.Value);
    }

    [TestMethod]
    public void Area_OfScoresWithTies_IsScikitLearns()
    {
        var area = Root.GetProperty("area");

        Assert.AreEqual(area.GetProperty("value").GetDouble(), RocCurve.Area(
            Numbers(area, "scores"), [.. area.GetProperty("labels").EnumerateArray().Select(label => label.GetBoolean())]), 1e-12);
    }

    [TestMethod]
    public void WilsonInterval_IsSciPys()
    {
        foreach (var expected in Root.GetProperty("wilson").EnumerateArray())
        {
            double Number(string name) => expected.GetProperty(name).GetDouble();
            var interval = WilsonInterval.Of(Number("hits") / Number("count"), Number("count"), Number("level"));

            Assert.AreEqual(Number("low"), interval.Low, 1e-8);
            Assert.AreEqual(Number("high"), interval.High, 1e-8);
        }
    }

    [TestMethod]
    public void ClosestRecords_AreScikitLearns()
    {
        var expected = Root.GetProperty("closest");
        TableColumn Column(string side) => new("x", Numbers(expected, side), null);
        var code = new TableCode([Column("real")]);
        FeatureSet Set(string side) => code.Of([Column(side)], Enumerable.Range(0, Column(side).Count));

        var measured = ClosestRecords.Measure(Set("real"), Set("holdout"), Set("synthetic"), confidence: 0.95);

        Assert.AreEqual(expected.GetProperty("nearer").GetDouble(), measured.NearerToTraining, 1e-12);
        var deviation = expected.GetProperty("deviation").GetDouble(); // Of 40 000 random divisions, so to 0.4 %.
        Assert.AreEqual(deviation, Math.Sqrt(0.25 / measured.EffectiveRows), 0.015 * deviation);
        Assert.AreEqual(expected.GetProperty("median").GetDouble(), measured.MedianRatio, 0.05); // Between two rows; SciPy takes their mean.
    }

    private static TableColumn Column(string side, string name)
    {
        var table = Root.GetProperty(side);
        return name is "x" or "y" ? new(name, Numbers(table, name), null)
            : new(name, null, [.. table.GetProperty(name).EnumerateArray().Select(value => value.GetString()!)]);
    }

    private static double[] Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())];
}
