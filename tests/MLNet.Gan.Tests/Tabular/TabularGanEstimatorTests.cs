using Microsoft.ML;

namespace MLNet.Gan.Tests.Tabular;

[TestClass]
public sealed class TabularGanEstimatorTests
{
    private readonly MLContext _context = new(seed: 1);

    [TestMethod]
    public void Explain_OfATable_SaysWhatItBecomesAndNeeds()
    {
        var plan = Estimator(new()).Explain(Rows(1000));

        // Three kinds are three numbers; a uniform number has a position and its modes.
        Assert.HasCount(2, plan.Columns);
        Assert.StartsWith("'Kind' is a category of 3", plan.Columns[0]);
        Assert.AreEqual(1000, plan.Rows);
        Assert.AreEqual(4L * plan.Width * 1000, plan.EncodedBytes);
        Assert.AreEqual(2L * 8 * 1000, plan.ReadBytes);
        Assert.AreEqual(2343, plan.Steps); // 150 passes over 1 000 rows in batches of 64.
        Assert.AreEqual(64, plan.BatchSize);
        Assert.IsGreaterThan(TimeSpan.Zero, plan.StepTime);
        Assert.AreEqual(2343 * plan.StepTime.TotalSeconds, plan.TrainingTime.TotalSeconds, 1e-3);
        Assert.Contains($"A row becomes {plan.Width} numbers; 1000 rows need 0 MiB before, and 0 MiB encoded.", plan.ToString());
    }

    [TestMethod]
    public void Explain_OfWhatCannotBeEncoded_SaysSoAsFitDoes()
    {
        var names = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new Row { Kind = $"name {i}", X = i }));

        var said = Assert.ThrowsExactly<InvalidOperationException>(() => Estimator(new()).Explain(names)).Message;

        Assert.AreEqual(said, Assert.ThrowsExactly<InvalidOperationException>(() => Estimator(new()).Fit(names)).Message);
        Assert.Contains("'Kind'", said);
    }

    [TestMethod]
    public void Report_OfATraining_HasItsOptionsAndColumns()
    {
        using var model = Estimator(new() { Steps = 10, Encoding = new() { MaximumCategories = 7 } }).Fit(Rows(200));

        var report = model.Report("Kinds").ToMarkdown();

        Assert.StartsWith("# Kinds\n", report);
        Assert.Contains("The training took 10 steps in", report);
        Assert.Contains("MaximumCategories = 7", report);
        Assert.Contains("'Kind' is a category of 3", report);
    }

    [TestMethod]
    public void GetOutputSchema_OfAPipeline_KeepsTheColumns()
    {
        var shape = SchemaShapes.Of(Rows(1).Schema);

        CollectionAssert.AreEquivalent(new[] { "Kind", "X" }, Estimator(new()).GetOutputSchema(shape).Select(column => column.Name).ToArray());
        Assert.Contains("Could not find input column 'Id'", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => Estimator(new() { Encoding = new() { WithoutColumns = ["Id"] } }).GetOutputSchema(shape)).Message);
    }

    [TestMethod]
    public void Fit_WithALossOfTheUsersThatFails_SaysSoBeforeItTrains()
    {
        var said = Assert.ThrowsExactly<InvalidOperationException>(() => Estimator(new() { Loss = new Wrong() }).Fit(Rows(200))).Message;

        Assert.StartsWith("A first step with Wrong fails, so nothing was trained.", said);
    }

    [TestMethod]
    public void Fit_OfFewerRowsThanAPack_NamesPacking() => Assert.StartsWith(
        "The table has 5 rows, but Packing is 8: the discriminator sees so many at once.",
        Assert.ThrowsExactly<InvalidOperationException>(() => Estimator(new() { Packing = 8 }).Fit(Rows(5))).Message);

    private TabularGanEstimator Estimator(TabularGanOptions options) =>
        _context.Gan.Trainers.TabularGan(options with { Width = 16, Depth = 2, LatentSize = 8 }, new() { Threads = 1 });

    private IDataView Rows(int count)
    {
        var random = new Random(5);
        return _context.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(i => new Row { Kind = $"kind {i % 3}", X = random.NextDouble() }).ToArray());
    }

    private sealed record Wrong : IGanLoss
    {
        public Tensor ForDiscriminator(Logits logits) => logits.Real.reshape(7, 11, 13).mean();

        public Tensor ForGenerator(Logits logits) => logits.Fake.mean();
    }

    private sealed class Row
    {
        public string Kind { get; set; } = "";

        public double X { get; set; }
    }
}
