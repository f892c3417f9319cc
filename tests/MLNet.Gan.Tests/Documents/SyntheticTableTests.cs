using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Documents;

/// <summary>The recipes of docs/synthetic-tables.md, compiled and run, with fewer steps.</summary>
[TestClass]
public sealed class SyntheticTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("generate")]
    [DataRow("complete")]
    [DataRow("pipeline")]
    public void Document_ShowsTheRecipesAsTheyAre(string marker) =>
        Recipe.AssertShown("docs/synthetic-tables.md", "tests/MLNet.Gan.Tests/Documents/SyntheticTableTests.cs", marker);

    [TestMethod]
    public void Generate_GivesRowsAndFiles()
    {
        var ml = new FewSteps();
        var (people, partial, folder) = (People(300), People(20, gaps: true), _folder);
        // <generate>
        var trainer = ml.Gan.Trainers.TabularGan(new() { Encoding = new() { WithoutColumns = ["Id"] } });
        Console.WriteLine(trainer.Explain(people)); // what each column becomes; memory, steps and time

        using var model = trainer.Fit(people);

        var rows = model.Generate(10_000, seed: 7); // a view with the columns of the table
        var rare = model.Generate(500, where: new Dictionary<string, object?> { ["City"] = "Oslo", ["IsOwner"] = true });
        model.Save($"{folder}/people.onnx"); // generator and decoder in one file; ml.Gan.LoadTable reads it
        File.WriteAllText($"{folder}/people.html", model.Report("People").ToHtml()); // the training
        // </generate>
        // <complete>
        var completed = model.Complete(partial, seed: 1, candidates: 200);
        // </complete>
        Assert.IsTrue(rare.GetColumn<string>("City").All(city => city == "Oslo") && rare.GetColumn<bool>("IsOwner").All(isOwner => isOwner));
        Assert.AreEqual(10_000, rows.GetColumn<float>("Age").Count(age => age == MathF.Round(age)));
        Assert.IsFalse(completed.GetColumn<float>("Age").Any(float.IsNaN) || completed.GetColumn<string>("City").Any(string.IsNullOrEmpty));
        using var loaded = new MLContext().Gan.LoadTable($"{folder}/people.onnx");
        Assert.AreEqual(10, loaded.Generate(10).GetRowCount());
        Assert.IsTrue(File.Exists($"{folder}/people.html"));
    }

    [TestMethod]
    public void Pipeline_FillsGapsAndIsSaved()
    {
        var ml = new FewSteps();
        var (people, partial, folder) = (People(300), People(20, gaps: true), _folder);
        // <pipeline>
        var pipeline = ml.Transforms.DropColumns("Id")
            .Append(ml.Gan.Trainers.TabularGan())
            .Append(ml.Transforms.Categorical.OneHotEncoding("CityCode", "City"));
        var fitted = pipeline.Fit(people);

        var filled = fitted.Transform(partial); // the same columns, without gaps
        ml.Model.Save(fitted, people.Schema, $"{folder}/pipeline.zip");
        var loaded = ml.Model.Load($"{folder}/pipeline.zip", out _); // plain ML.NET; needs no TorchSharp
        using var again = ml.Gan.LoadTable($"{folder}/pipeline.zip"); // the generator in it
        // </pipeline>
        float[] ages = [.. filled.GetColumn<float>("Age")];
        Assert.IsFalse(ages.Any(float.IsNaN));
        CollectionAssert.AreEqual(ages, loaded.Transform(partial).GetColumn<float>("Age").ToArray());
        Assert.AreEqual(10, again.Generate(10).GetRowCount());
    }

    private static IDataView People(int count, bool gaps = false)
    {
        var random = new Random(3);
        return new MLContext().Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(i => new Person
        {
            Id = $"P{i}", Age = gaps && i % 2 == 0 ? float.NaN : random.Next(18, 90), City = gaps && i % 3 == 0 ? "" : i % 4 == 0 ? "Oslo" : "Rome", IsOwner = i % 5 == 0,
        }).ToArray());
    }

    private sealed class Person
    {
        public string Id { get; set; } = "";

        public float Age { get; set; }

        public string City { get; set; } = "";

        public bool IsOwner { get; set; }
    }

    /// <summary>ML.NET's context, whose trainer of tables takes few steps.</summary>
    private sealed class FewSteps
    {
        private readonly MLContext _context = new(seed: 1);

        public FewSteps Gan => this;

        public FewSteps Trainers => this;

        public TransformsCatalog Transforms => _context.Transforms;

        public ModelOperationsCatalog Model => _context.Model;

        public TabularGanEstimator TabularGan(TabularGanOptions? options = null) =>
            _context.Gan.Trainers.TabularGan((options ?? new()) with { Steps = 20, Width = 16 }, new() { Threads = 1 });

        public TabularGanTransformer LoadTable(string path) => _context.Gan.LoadTable(path);
    }
}
