using Microsoft.ML;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Tables.Quality;

namespace MLNet.Gan.Tests.Documents;

/// <summary>The recipes of docs/table-quality.md, compiled and run.</summary>
[TestClass]
public sealed class TableQualityDocumentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("quality")]
    [DataRow("values")]
    [DataRow("classifier")]
    public void Document_ShowsTheRecipesAsTheyAre(string marker)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests/MLNet.Gan.Tests/Documents/TableQualityDocumentTests.cs"));
        var lines = source.Split($"// <{marker}>\n")[1].Split($"// </{marker}>")[0].TrimEnd(' ').Split('\n');
        var indent = lines[0].Length - lines[0].TrimStart(' ').Length;
        var shown = string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : line));

        Assert.Contains($"```csharp\n{shown}```", File.ReadAllText(Path.Combine(Repository.Root, "docs/table-quality.md")),
            $"Copy the lines between the markers '{marker}' of TableQualityDocumentTests.cs into docs/table-quality.md.");
    }

    [TestMethod]
    public void Quality_IsEvaluatedPrintedAndWritten()
    {
        var ml = new MLContext(seed: 1);
        var (train, rows, test) = (Customer.View(Customer.Rows(200, 1)), Customer.View(Customer.Rows(200, 2)), Customer.View(Customer.Rows(200, 3)));
        var folder = _folder;
        // <quality>
        TableQuality quality = ml.Gan.EvaluateTableQuality(real: train, synthetic: rows, holdout: test);

        Console.WriteLine(quality); // the verdict, and the values as a table
        File.WriteAllText($"{folder}/quality.html", quality.Report("Customers").ToHtml());
        // </quality>
        // <values>
        foreach (var column in quality.Columns.Where(column => column.Shape < column.Reference - 0.1))
            Console.WriteLine($"{column.Name}: {column.Shape:0.000} instead of {column.Reference:0.000}, lost: {string.Join(", ", column.Lost)}");
        foreach (var copy in quality.Copies.Rows)
            Console.WriteLine($"Synthetic row {copy.SyntheticRow} is training row {copy.TrainingRow}.");
        var isMemorized = quality.Memorization is { ExceedsChance: true } || quality.Copies.ExceedsChance;
        // </values>
        Assert.IsFalse(isMemorized);
        Assert.IsTrue(File.Exists($"{folder}/quality.html"));
    }

    [TestMethod]
    public void Classifier_IsAnOption()
    {
        var ml = new MLContext(seed: 1);
        var (train, rows, test) = (Customer.View(Customer.Rows(200, 1)), Customer.View(Customer.Rows(200, 2)), Customer.View(Customer.Rows(200, 3)));
        // <classifier>
        var quality = ml.Gan.EvaluateTableQuality(train, rows, test, new()
        {
            Classifier = ml.BinaryClassification.Trainers.FastTree(), // package Microsoft.ML.FastTree
            WithoutColumns = ["IsActive"],
        });
        // </classifier>
        Assert.HasCount(3, quality.Columns);
    }
}
