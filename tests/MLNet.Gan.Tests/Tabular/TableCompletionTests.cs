using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Tabular;

[TestClass]
public sealed class TableCompletionTests
{
    private static readonly MLContext Context = new(seed: 1);

    private static readonly Lazy<TabularGanTransformer> Model = new(() => Context.Gan.Trainers.TabularGan(
        new() { Steps = 1200, Width = 32, Depth = 2, LatentSize = 8, BatchSize = 64 }, new() { Threads = 1 }).Fit(View(Rows(600, seed: 1))));

    [TestMethod]
    public void Complete_OfTheNumberThatFollowsAnother_IsNearerThanChance()
    {
        // Weight is 2 · Size + a twentieth: what is left of the variance, with candidates as dense as 100 rows, is far below half of it.
        var real = Rows(300, seed: 2);
        var partial = real.Select(row => row with { Weight = double.NaN }).ToArray();

        var completed = Cells(Model.Value.Complete(View(partial)));

        var spread = Variance(real.Select(row => row.Weight));
        var error = real.Zip(completed, (row, made) => row.Weight - made.Weight).Average(difference => difference * difference);
        Assert.IsLessThan(0.5 * spread, error);
        Assert.IsTrue(completed.TrueForAll(row => !double.IsNaN(row.Weight)));
    }

    [TestMethod]
    public void Complete_OfWhatIsTold_LeavesIt()
    {
        var partial = Rows(50, seed: 3).Select((row, i) => i % 2 == 0 ? row with { Kind = "" } : row with { Size = float.NaN }).ToArray();

        var completed = Cells(Model.Value.Complete(View(partial)));

        foreach (var (row, made) in partial.Zip(completed))
        {
            Assert.AreEqual(row.Weight, made.Weight);
            Assert.AreEqual(row.Count, made.Count);
            if (row.Kind.Length > 0)
                Assert.AreEqual(row.Kind, made.Kind);
            else
                Assert.Contains(made.Kind, new[] { "a", "b", "c" });
            if (!float.IsNaN(row.Size))
                Assert.AreEqual(row.Size, made.Size);
        }
    }

    [TestMethod]
    public void Complete_OfRowsWithoutColumns_AddsThem()
    {
        var partial = Context.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(i => new KindOnly { Kind = "c", Id = i }));

        var completed = Model.Value.Complete(partial);
        var rows = Context.Data.CreateEnumerable<Thing>(completed, reuseRowObject: false, ignoreMissingColumns: false).ToList();

        Assert.IsTrue(rows.TrueForAll(row => row.Kind == "c"));
        Assert.IsGreaterThan(1, rows.Select(row => row.Weight).Distinct().Count());
        CollectionAssert.AreEqual(Enumerable.Range(0, 40).ToArray(), completed.GetColumn<int>("Id").ToArray());
    }

    [TestMethod]
    public void Complete_OfACategoryThatIsUnknown_KeepsIt()
    {
        var partial = new[] { new Thing { Kind = "z", Size = float.NaN, Weight = 1, Count = 2 } };

        var row = Cells(Model.Value.Complete(View(partial))).Single();

        Assert.AreEqual("z", row.Kind);
        Assert.IsFalse(float.IsNaN(row.Size));
    }

    [TestMethod]
    public void Complete_OfTheSameSeed_GivesTheSameInEveryOrderOfReading()
    {
        var partial = View([.. Rows(60, seed: 4).Select(row => row with { Weight = double.NaN })]);
        var completed = Model.Value.Complete(partial, seed: 5);
        double[] whole = [.. completed.GetColumn<double>("Weight")];

        using var cursor = completed.GetRowCursor([completed.Schema["Weight"]]);
        var get = cursor.GetGetter<double>(completed.Schema["Weight"]);
        while (cursor.MoveNext())
        {
            if (cursor.Position % 7 != 3)
                continue;
            double value = 0;
            get(ref value);
            Assert.AreEqual(whole[cursor.Position], value);
        }

        CollectionAssert.AreNotEqual(whole, Model.Value.Complete(partial, seed: 6).GetColumn<double>("Weight").ToArray());
    }

    [TestMethod]
    public void Transform_OfRowsThatLackAColumn_NamesIt() => Assert.Contains("Could not find input column 'Weight'",
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Model.Value.Transform(Context.Data.LoadFromEnumerable([new Partly { Kind = "a" }]))).Message);

    [TestMethod]
    public void Complete_OfAColumnOfAnotherType_SaysWhichIsExpected() => Assert.Contains(
        "Schema mismatch for input column 'Kind': expected String, got Int32",
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Model.Value.Complete(Context.Data.LoadFromEnumerable([new Wrong { Kind = 1 }]))).Message);

    [TestMethod]
    public void PredictionEngine_OfARowWithAGap_FillsIt()
    {
        using var engine = Context.Model.CreatePredictionEngine<Thing, Thing>(Model.Value, new PredictionEngineOptions { OwnsTransformer = false });

        var row = engine.Predict(new() { Kind = "b", Size = 3, Weight = double.NaN, Count = 2 });
        var next = engine.Predict(new() { Kind = "b", Size = 3, Weight = double.NaN, Count = 2 });

        Assert.AreEqual(("b", 3f, 2), (row.Kind, row.Size, row.Count));
        Assert.IsFalse(double.IsNaN(row.Weight));
        Assert.AreNotEqual(row.Weight, next.Weight);
    }

    private static IDataView View(Thing[] rows) => Context.Data.LoadFromEnumerable(rows);

    private static List<Thing> Cells(IDataView view) => [.. Context.Data.CreateEnumerable<Thing>(view, reuseRowObject: false)];

    private static double Variance(IEnumerable<double> values)
    {
        double[] all = [.. values];
        var mean = all.Average();
        return all.Average(value => (value - mean) * (value - mean));
    }

    private static Thing[] Rows(int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var size = (float)(4 * random.NextDouble());
                return new Thing { Kind = ((char)('a' + random.Next(3))).ToString(), Size = size, Weight = 2 * size + 0.1 * random.NextDouble(), Count = random.Next(5) };
            }),
        ];
    }

    private sealed record Thing
    {
        public string Kind { get; set; } = "";

        public float Size { get; set; }

        public double Weight { get; set; }

        public int Count { get; set; }
    }

    private sealed class KindOnly
    {
        public string Kind { get; set; } = "";

        public int Id { get; set; }
    }

    private sealed class Partly
    {
        public string Kind { get; set; } = "";

        public float Size { get; set; }
    }

    private sealed class Wrong
    {
        public int Kind { get; set; }
    }
}
