using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Tabular;

[TestClass]
public sealed class TabularGanTests
{
    private static readonly string[] Cities = ["Rome", "Oslo", "Lima", "Bern"];
    private static readonly double[] Ends = [0.68, 0.84, 0.96, 1]; // So the last has 4 % of the rows.

    private readonly MLContext _context = new(seed: 1);

    [TestMethod]
    public void Fit_OfATable_GeneratesRowsOfItsSchemaAndValues()
    {
        var data = People(400);

        using var model = Fitted(data, steps: 20);
        var made = model.Generate(500, seed: 3);

        CollectionAssert.AreEqual(
            data.Schema.Select(column => $"{column.Name} {column.Type}").ToArray(), made.Schema.Select(column => $"{column.Name} {column.Type}").ToArray());
        Assert.AreEqual(500, made.GetRowCount());
        foreach (var person in _context.Data.CreateEnumerable<Person>(made, reuseRowObject: false))
        {
            Assert.Contains(person.City, Cities);
            Assert.AreEqual(Math.Truncate(person.Children), person.Children);
            Assert.IsTrue(person.Children is >= 0 and <= 9 && person.Income is >= 0 and <= 5000, $"{person.Children}, {person.Income}");
            Assert.AreEqual(person.Income, Math.Round(person.Income, 2));
        }
    }

    [TestMethod]
    public void Generate_AfterFewSteps_KeepsTheShareOfEveryCategory()
    {
        // Of 20 000 rows the standard deviation of a share of 4 % is 0.14 %.
        var data = People(800);

        using var model = Fitted(data, steps: 60);
        var made = Cells(model.Generate(20_000, seed: 1));

        var real = Cells(data);
        foreach (var city in Cities)
            Assert.AreEqual(Share(real, person => person.City == city), Share(made, person => person.City == city), 0.02, city);
        Assert.AreEqual(Share(real, person => person.IsOwner), Share(made, person => person.IsOwner), 0.03);
        Assert.AreEqual(Share(real, person => person.Children == 0), Share(made, person => person.Children == 0), 0.03);
    }

    [TestMethod]
    public void Generate_WithCategories_HasThemInEveryRow()
    {
        using var model = Fitted(People(300), steps: 10);

        var made = Cells(model.Generate(300, where: new Dictionary<string, object?> { ["City"] = "Bern", ["IsOwner"] = true }));

        Assert.IsTrue(made.TrueForAll(person => person is { City: "Bern", IsOwner: true }));
    }

    [TestMethod]
    public void Generate_WithARareCategory_HasItInEveryRow()
    {
        // Three of 60 kinds have a state of their own; "k59" is one of the others, and "" the missing one.
        var data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 600).Select(row => new Kinds { One = row % 10 == 0 ? "" : $"k{row % 60}", Two = row % 3 == 0 }));
        using var model = _context.Gan.Trainers.TabularGan(
            new() { Steps = 2, Width = 16, BatchSize = 32, Encoding = new() { MaximumCategories = 3 } }, new() { Threads = 1 }).Fit(data);

        string[] Made(object? value) => [.. model.Generate(40, where: new Dictionary<string, object?> { ["One"] = value })
            .GetColumn<string>("One").Distinct()];

        CollectionAssert.AreEqual(new[] { "k59" }, Made("k59"));
        CollectionAssert.AreEqual(new[] { "" }, Made(null));
    }

    [TestMethod]
    public void Generate_WithValuesOfOtherTypes_FindsTheirCategories()
    {
        var data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 300).Select(row => new Kinds { One = $"{row % 3}", Two = row % 3 == 0 }));
        using var model = Fitted(data, steps: 2);

        foreach (var one in new object[] { 1, 1L, 1.0, 1.00m })
            Assert.IsTrue(Made("One", one).TrueForAll(kinds => kinds.One == "1"), one.GetType().Name);
        Assert.IsTrue(Made("Two", "True").TrueForAll(kinds => kinds.Two));
        Assert.IsTrue(Made("Two", "false").TrueForAll(kinds => !kinds.Two));

        List<Kinds> Made(string column, object value) =>
            [.. _context.Data.CreateEnumerable<Kinds>(model.Generate(20, where: new Dictionary<string, object?> { [column] = value }), false)];
    }

    [TestMethod]
    [DataRow("Town", "Bern", "The table has no column of categories 'Town'. It has 'City', 'IsOwner'")]
    [DataRow("Income", "1", "Column 'Income' is not one of categories, or has only one. Rows of given numbers are made by Complete.")]
    [DataRow("City", "Paris", "Column 'City' has no category 'Paris'. It has 'Bern', 'Lima', 'Oslo', 'Rome'.")]
    public void Generate_WithWhatIsNotThere_SaysWhatIs(string column, string value, string message)
    {
        using var model = Fitted(People(300), steps: 2);

        var error = Assert.ThrowsExactly<ArgumentException>(() => model.Generate(1, where: new Dictionary<string, object?> { [column] = value }));

        Assert.StartsWith(message, error.Message);
        Assert.AreEqual("where", error.ParamName);
    }

    [TestMethod]
    public void Fit_OfTheSameSeed_GeneratesTheSameRows()
    {
        using var model = Fitted(People(300), steps: 10);
        using var again = Fitted(People(300), steps: 10);

        CollectionAssert.AreEqual(Cells(model.Generate(2000, seed: 4)), Cells(again.Generate(2000, seed: 4)));
        CollectionAssert.AreNotEqual(Cells(model.Generate(2000, seed: 4)), Cells(again.Generate(2000, seed: 5)));
    }

    [TestMethod]
    public void Save_AndLoadTable_GenerateTheSameRows()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var path = Path.Combine(folder, "people.onnx");
            using var model = Fitted(People(300), steps: 10);
            model.Save(path);

            using var loaded = _context.Gan.LoadTable(path);

            CollectionAssert.AreEqual(Cells(model.Generate(1500)), Cells(loaded.Generate(1500)));
            Assert.IsNotNull(model.Run);
            Assert.IsNull(loaded.Run);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    public void LoadTable_OfAnotherFile_IsRefused()
    {
        var path = Path.GetTempFileName();
        try
        {
            var graph = new OnnxGraph("other");
            graph.Output("y", graph.Add("Relu", [graph.Input("x", OnnxElement.Single, 2)]), 2);
            File.WriteAllBytes(path, graph.ToBytes(new Dictionary<string, string>()));

            Assert.Contains("has no metadata entry 'mlnet.gan.table', so it is no generator of table rows of MLNet.Gan.",
                Assert.ThrowsExactly<FormatException>(() => _context.Gan.LoadTable(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    public void Fit_OfNumbersAlone_Works()
    {
        var random = new Random(1);
        var data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 300).Select(_ => new Pair { X = random.NextDouble(), Y = random.NextSingle() }));

        using var model = Fitted(data, steps: 10);

        Assert.IsTrue(_context.Data.CreateEnumerable<Pair>(model.Generate(100), false).All(pair => pair is { X: >= 0 and <= 1, Y: >= 0 and <= 1 }));
    }

    [TestMethod]
    public void Fit_OfCategoriesAlone_Works()
    {
        var data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 300).Select(row => new Kinds { One = Cities[row % 3], Two = row % 5 == 0 }));

        using var model = Fitted(data, steps: 10);
        var made = _context.Data.CreateEnumerable<Kinds>(model.Generate(5000), false).ToList();

        Assert.AreEqual(0.2, made.Count(kinds => kinds.Two) / 5000.0, 0.03);
        CollectionAssert.AreEquivalent(new[] { "Rome", "Oslo", "Lima" }, made.Select(kinds => kinds.One).Distinct().ToArray());
    }

    [TestMethod]
    public void Fit_AfterACancellation_GoesOnFromItsCheckpoint()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            using var stop = new CancellationTokenSource();
            var run = new RunOptions { Threads = 1, Checkpoint = new() { Folder = folder }, Progress = new At(100, stop.Cancel), CancellationToken = stop.Token };
            var data = People(300);
            using var whole = Fitted(data, steps: 150);
            using var half = Fitted(data, steps: 150, run);
            Assert.IsTrue(half.Run!.IsCanceled);

            using var resumed = Fitted(data, steps: 150, run with { Progress = null, CancellationToken = default });

            Assert.AreEqual(100, half.Run.Steps);
            CollectionAssert.AreEqual(Cells(whole.Generate(1000)), Cells(resumed.Generate(1000)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    public void Fit_ThatAMonitorEnds_KeepsTheGeneratorOfBefore()
    {
        var failing = new RunOptions { Threads = 1, Guard = new() { Monitors = [new EndAt(100)] } };

        var failed = Assert.ThrowsExactly<TrainingFailedException>(() => Fitted(People(300), steps: 150, failing));

        using var model = failed.TableModel;
        Assert.AreEqual(20, model!.Generate(20).GetRowCount());
        Assert.AreEqual((50L, 100L), (failed.Run!.ReturnedStep, failed.Finding.Step));
    }

    [TestMethod]
    public void Fit_WithSnapshots_IsRefused() => Assert.StartsWith("RunOptions.Snapshots are not taken of tables.",
        Assert.ThrowsExactly<InvalidOperationException>(() => Fitted(People(100), steps: 2, new() { Snapshots = new() })).Message);

    [TestMethod]
    public void Fit_OfOptionsThatDoNotFit_SaysSo() => Assert.Contains("AuxiliaryClassifier", Assert.ThrowsExactly<InvalidOperationException>(() =>
        _context.Gan.Trainers.TabularGan(new() { Regularizers = [new AuxiliaryClassifier()] }).Fit(People(100))).Message);

    private TabularGanTransformer Fitted(IDataView data, int steps, RunOptions? run = null) => _context.Gan.Trainers.TabularGan(
        new() { Steps = steps, Width = 32, Depth = 2, LatentSize = 8, BatchSize = 64 }, run ?? new() { Threads = 1 }).Fit(data);

    private List<Person> Cells(IDataView view) => [.. _context.Data.CreateEnumerable<Person>(view, reuseRowObject: false)];

    private static double Share(List<Person> people, Func<Person, bool> has) => people.Count(has) / (double)people.Count;

    private IDataView People(int rows)
    {
        var random = new Random(7);
        return _context.Data.LoadFromEnumerable(Enumerable.Range(0, rows).Select(_ =>
        {
            var draw = random.NextDouble();
            var place = Array.FindIndex(Ends, end => draw < end);
            return new Person
            {
                City = Cities[place], IsOwner = random.NextDouble() < 0.3, Children = Math.Min(9, (int)(-2 * Math.Log(1 - random.NextDouble()))),
                Income = Math.Round(1000 * (place + random.NextDouble()), 2),
            };
        }).ToArray());
    }

    private sealed record EndAt(long Step) : IMonitor
    {
        public IReadOnlyList<IReaction> Reactions => [];

        public Finding? Observe(RunHistory history) => history.Latest.Step == Step ? new(Step, "The end.", IsFatal: true) : null;
    }

    private sealed class At(long step, Action action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Step == step)
                action();
        }
    }

    private sealed record Person
    {
        public string City { get; set; } = "";

        public bool IsOwner { get; set; }

        public float Children { get; set; }

        public double Income { get; set; }
    }

    private sealed record Pair
    {
        public double X { get; set; }

        public float Y { get; set; }
    }

    private sealed record Kinds
    {
        public string One { get; set; } = "";

        public bool Two { get; set; }
    }
}
