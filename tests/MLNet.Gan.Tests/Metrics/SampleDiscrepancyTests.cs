using System.Runtime.CompilerServices;
using System.Text.Json;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class SampleDiscrepancyTests
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static IEnumerable<TestDataRow<Case>> Cases =>
        JsonSerializer.Deserialize<Document>(File.ReadAllText(Path.Combine(Folder(), "discrepancy.json")), CamelCase)!
            .Cases.Select(data => new TestDataRow<Case>(data) { DisplayName = data.Name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Measure_OfReferenceVectors_IsTheReferenceValue(Case data)
    {
        var metric = new SampleDiscrepancy { Projections = 20_000, NeighborCount = data.Neighbors, CoverageNeighborCount = data.Neighbors };

        var score = metric.Measure(Compared.Features(data.Real.Features(data.Columns), data.Generated.Features(data.Columns), data.Columns)).Single();

        // Of numbers there is one direction; in the plane the mean over 20 000 random ones is within a hundredth.
        Assert.AreEqual(data.Expected, score.Value, data.Columns == 1 ? 1e-6 : 0.01 * data.Expected + 1e-9);
        Assert.AreEqual(("sample discrepancy", $"20000 projections, k {data.Neighbors} and {data.Neighbors}"), (score.Name, score.Protocol.Settings));
    }

    [TestMethod]
    public void Measure_OfANumberOfRealSamples_TakesTheFarthestNeighborThatThereIs()
    {
        // k is 2: all balls reach all of −1, 0 and 1, so density is 3/2 and coverage 1; sorted, the sets are equal.
        var score = new SampleDiscrepancy().Measure(Compared.Features([-1, 0, 1], [0, 1, -1], 1)).Single();

        Assert.AreEqual(0, score.Value, 1e-12);
        Assert.EndsWith("k 2 and 2", score.Protocol.Settings);
    }

    [TestMethod]
    public void Measure_OfEqualNumbers_DividesByNothing()
    {
        // No spread: the distance itself, 3; both real samples have balls of radius 0, in which nothing lies: 3 + 1 + 1.
        Assert.AreEqual(5, new SampleDiscrepancy().Measure(Compared.Features([2, 2], [5, 5], 1)).Single().Value, 1e-12);
    }

    [TestMethod]
    public void Measure_OfOneRealSample_IsRefused() => Assert.AreEqual(
        "A sample discrepancy needs at least 2 real samples, but there are 1. Use more samples.",
        Assert.ThrowsExactly<InvalidOperationException>(() => new SampleDiscrepancy().Measure(Compared.Features([1], [2, 3], 1)).ToArray()).Message);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public sealed record Document(IReadOnlyList<Case> Cases);

    public sealed record Case(string Name, int Columns, int Neighbors, Samples Real, Samples Generated, double Expected);
}
