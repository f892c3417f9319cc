using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>Distances where the usual formulas lose digits (hard.py says how), and the table that tells it.</summary>
[TestClass]
public sealed class HardCasesTests
{
    private static readonly Document Hard = JsonSerializer.Deserialize<Document>(
        File.ReadAllText(Path.Combine(Folder(), "hard.json")), JsonSerializerOptions.Web)!;

    public static IEnumerable<TestDataRow<Case>> Cases =>
        Hard.Cases.Select(data => new TestDataRow<Case>(data) { DisplayName = data.Name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Between_OfAHardCase_IsTheExactValue(Case data)
    {
        var distance = FrechetDistance.Between(Of(data, data.First), Of(data, data.Second));

        Console.WriteLine($"{data.Name}: relative difference {Math.Abs(distance / data.Expected - 1):0.0e+0}");
        Assert.AreEqual(data.Expected, distance, data.Tolerance * data.Expected);
    }

    [TestMethod]
    public void Document_HasTheTableOfTheReference()
    {
        var table = string.Concat(Hard.Cases.Select(data => string.Create(CultureInfo.InvariantCulture,
            $"| {data.Name} | < {data.Tolerance:0e+0} | {data.Sqrtm} | {data.Eigvals} |\n")));

        StringAssert.Contains(File.ReadAllText(Path.Combine(Folder(), "../../../docs/metrics.md")), table);
    }

    private static FeatureStatistics Of(Case data, Samples samples)
    {
        var features = samples.Features(Hard.Columns);
        for (var i = 0; i < features.Length; i++)
        {
            if (data.Dead && i % 4 == 3)
                features[i] = 0;
            if (data.Copied && i % 2 == 1)
                features[i] = features[i - 1];
        }

        return Statistics.Of(features, Hard.Columns);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public sealed record Document(int Columns, IReadOnlyList<Case> Cases);

    public sealed record Case(
        string Name, Samples First, Samples Second, bool Dead, bool Copied, double Tolerance, double Expected,
        string Sqrtm, string Eigvals);
}
