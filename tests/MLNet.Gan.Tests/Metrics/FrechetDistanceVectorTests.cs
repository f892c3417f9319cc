using System.Runtime.CompilerServices;
using System.Text.Json;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>Distances by NumPy and SciPy (vectors.py, which says how), for full and for singular covariances.</summary>
[TestClass]
public sealed class FrechetDistanceVectorTests
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static IEnumerable<TestDataRow<Case>> Cases =>
        JsonSerializer.Deserialize<Document>(File.ReadAllText(Path.Combine(Folder(), "vectors.json")), CamelCase)!
            .Cases.Select(data => new TestDataRow<Case>(data) { DisplayName = data.Name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Between_OfReferenceVectors_IsTheReferenceValue(Case data)
    {
        var distance = FrechetDistance.Between(
            Statistics.Of(data.First.Features(data.Columns), data.Columns),
            Statistics.Of(data.Second.Features(data.Columns), data.Columns),
            data.Ddof);

        Console.WriteLine($"{data.Name}: relative difference {Math.Abs(distance / data.Expected - 1):0.0e+0}");
        Assert.AreEqual(data.Expected, distance, data.Tolerance * data.Expected);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public sealed record Document(IReadOnlyList<Case> Cases);

    public sealed record Case(
        string Name, int Columns, int Ddof, Samples First, Samples Second, double Tolerance, double Expected);
}
