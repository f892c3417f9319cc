using System.Runtime.CompilerServices;
using System.Text.Json;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>Metrics by distances as NumPy computes them from whole matrices in float64 (neighbors.py).</summary>
[TestClass]
public sealed class NeighborVectorTests
{
    private const double Tolerance = 1e-6;

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static IEnumerable<TestDataRow<Case>> Cases =>
        JsonSerializer.Deserialize<Document>(File.ReadAllText(Path.Combine(Folder(), "neighbors.json")), CamelCase)!
            .Cases.Select(data => new TestDataRow<Case>(data) { DisplayName = data.Name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void PrecisionRecall_OfReferenceVectors_IsTheReferenceValue(Case data) =>
        AreEqual(data.PrecisionRecall, data, new PrecisionRecall(), 1e-14);

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void DensityCoverage_OfReferenceVectors_IsTheReferenceValue(Case data)
    {
        AreEqual(data.DensityCoverage, data, new DensityCoverage(), 1e-14);
        AreEqual(data.DensityCoverageWithTies, data, new DensityCoverage { CountsTies = true }, 1e-14);
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Diversity_OfReferenceVectors_IsTheReferenceValue(Case data) =>
        AreEqual(data.Diversity, data, new Diversity(), Tolerance);

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Realism_OfReferenceVectors_IsTheReferenceValue(Case data)
    {
        var comparison = data.Comparison();

        Close(data.Realism, Realism.Of(comparison.Real, comparison.Generated), Tolerance);
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void NearestNeighbor_OfReferenceVectors_IsTheReferenceValue(Case data)
    {
        var comparison = data.Comparison();

        var neighbors = NearestNeighbor.Of(comparison.Real, comparison.Generated);

        CollectionAssert.AreEqual(data.NearestIndex, neighbors.Select(neighbor => neighbor.Index).ToArray());
        Close(data.NearestDistance, [.. neighbors.Select(neighbor => neighbor.Distance)], Tolerance);
        AreEqual(data.NearestScores, data, new NearestNeighbor(), Tolerance);
    }

    private static void AreEqual(double[] expected, Case data, IMetric metric, double tolerance) =>
        Close(expected, [.. metric.Measure(data.Comparison()).Select(score => score.Value)], tolerance);

    private static void Close(double[] expected, double[] actual, double tolerance)
    {
        Assert.AreEqual(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i] < 0) // JSON has no infinity.
                Assert.AreEqual(double.PositiveInfinity, actual[i], $"Element {i} is finite.");
            else
                Assert.AreEqual(expected[i], actual[i], tolerance * expected[i], $"Element {i} differs.");
        }
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public sealed record Document(IReadOnlyList<Case> Cases);

    public sealed record Case(
        string Name, int Columns, bool Grid, Samples Real, Samples Generated, double[] PrecisionRecall,
        double[] DensityCoverage, double[] DensityCoverageWithTies, double[] Realism, int[] NearestIndex,
        double[] NearestDistance, double[] NearestScores, double[] Diversity)
    {
        public Comparison Comparison() => Compared.Features(Made(Real), Made(Generated), Columns);

        private float[] Made(Samples samples) =>
            Grid ? [.. samples.Features(Columns).Select(value => MathF.Round(value))] : samples.Features(Columns);
    }
}
