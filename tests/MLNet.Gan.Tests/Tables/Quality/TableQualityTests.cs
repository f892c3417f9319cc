using Microsoft.ML;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tables.Quality;

/// <summary>What is said of tables whose faults are known.</summary>
[TestClass]
public sealed class TableQualityTests
{
    private static readonly MLContext Context = new(seed: 1);

    private static readonly Customer[] Train = Customer.Rows(500, seed: 1), Holdout = Customer.Rows(500, seed: 2), Fresh = Customer.Rows(500, seed: 3);

    [TestMethod]
    public void EvaluateTableQuality_OfEqualTables_HasTheBestValuesAndFindsCopies()
    {
        var quality = Evaluate(Train);

        Assert.AreEqual((1.0, 1.0, 1.0), (quality.ColumnShapes, quality.PairScore!.Value, quality.Coverage));
        Assert.IsLessThan(0.5, quality.Detection!.Interval.High); // Each row's copy was learned as real, or as synthetic.
        Assert.HasCount(500, quality.Copies.Rows);
        Assert.AreEqual(new CopiedRow(17, 17), quality.Copies.Rows[17]);
        Assert.AreEqual((1.0, 0.0, 0.0), (quality.Memorization!.NearerToTraining, quality.Memorization.LowRatio, quality.Memorization.MedianRatio));
        Assert.StartsWith("Training rows were copied: 500 of 500 synthetic rows equal a training row, and 0 of 500 holdout rows do; 100 % of", quality.Verdict[0]);
    }

    [TestMethod]
    public void EvaluateTableQuality_OfNewRows_FindsNothing()
    {
        var quality = Evaluate(Fresh);

        Assert.AreEqual(quality.ColumnShapesReference!.Value, quality.ColumnShapes, 0.02);
        Assert.AreEqual(quality.PairReference!.Value, quality.PairScore!.Value, 0.02);
        Assert.AreEqual(0.5, quality.Detection!.AreaUnderRocCurve, 0.06);
        Assert.IsEmpty(quality.Detection.TellingColumns);
        Assert.IsEmpty(quality.Copies.Rows);
        Assert.StartsWith("No memorization was found: ", quality.Verdict[0]);
        Assert.StartsWith("Columns look alike (0.9", quality.Verdict[1]);
        Assert.StartsWith("Pairs of columns look alike (0.9", quality.Verdict[2]);
        Assert.StartsWith("A classifier does not tell synthetic rows from real ones (AUC ", quality.Verdict[3]);
        Assert.HasCount(5, quality.Verdict);
    }

    [TestMethod]
    public void EvaluateTableQuality_OfColumnsShuffledApart_FindsPairsAndNotShapes()
    {
        var random = new Random(4);
        float[] incomes = [.. Fresh.Select(row => row.Income)];
        random.Shuffle(incomes);
        Customer[] shuffled = [.. Fresh.Zip(incomes, (row, income) => row.With(income: income))];

        var (quality, whole) = (Evaluate(shuffled), Evaluate(Fresh));

        Assert.AreEqual(whole.ColumnShapes, quality.ColumnShapes, 1e-12);
        Assert.IsLessThan(whole.PairScore!.Value - 0.1, quality.PairScore!.Value);
        var pair = quality.Pairs.Single(pair => (pair.First, pair.Second) == ("Age", "Income"));
        Assert.AreEqual(0.84, pair.Real, 0.05); // Pearson's is 40 · 12 / √((40 · 12)² + 300²) = 0.848, and Spearman's a little less.
        Assert.AreEqual(0, pair.Synthetic, 0.15);
        Assert.IsTrue(quality.Verdict.Any(sentence => sentence.StartsWith("Pairs of columns differ (", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void EvaluateTableQuality_OfSomeCopies_FindsThoseRows()
    {
        Customer[] rows = [.. Fresh.Select((row, i) => i % 10 == 3 ? Train[(i + 7) % 500] : row)];

        var quality = Evaluate(rows);

        CollectionAssert.AreEqual(
            Enumerable.Range(0, 50).Select(i => new CopiedRow(10 * i + 3, (10 * i + 10) % 500)).ToArray(), quality.Copies.Rows.ToArray());
        Assert.IsTrue(quality.Copies.ExceedsChance);
        Assert.AreEqual((0, 500), (quality.Copies.HoldoutCopies, quality.Copies.HoldoutRows));
    }

    [TestMethod]
    public void EvaluateTableQuality_OfTrainingRowsWithNoise_FindsThemByDistance()
    {
        var random = new Random(5);
        Customer[] noisy = [.. Train.Select(row => row.With(age: row.Age + 0.2f * (float)(random.NextDouble() - 0.5), income: row.Income + 5 * (float)(random.NextDouble() - 0.5)))];

        var quality = Evaluate(noisy);

        Assert.IsEmpty(quality.Copies.Rows);
        Assert.IsTrue(quality.Memorization!.ExceedsChance);
        Assert.IsGreaterThan(0.9, quality.Memorization.NearerToTraining);
        Assert.IsLessThan(0.3, quality.Memorization.MedianRatio);
        Assert.StartsWith("Training rows were memorized, or the holdout is of another origin: ", quality.Verdict[0]);
    }

    [TestMethod]
    public void EvaluateTableQuality_OfALostCategory_NamesIt()
    {
        Customer[] collapsed = [.. Fresh.Select((row, i) => row.Plan == "student" ? row.With(plan: i % 2 == 0 ? "basic" : "iron") : row)];

        var quality = Evaluate(collapsed);

        var plan = quality.Columns.Single(column => column.Name == "Plan");
        var rows = Train.Count(row => row.Plan == "student");
        CollectionAssert.AreEqual(new[] { new LostCategory("student", rows, rows / 500.0, 0) }, plan.Lost.ToArray());
        CollectionAssert.AreEqual(new[] { "iron" }, plan.Foreign.ToArray());
        Assert.AreEqual((2 / 3.0, 2 / 3.0), (plan.Coverage, plan.CoverageOfAll!.Value));
        Assert.IsTrue(quality.Verdict.Any(sentence => sentence.Contains("more than half of its share was lost by 'student' of 'Plan'", StringComparison.Ordinal)), quality.ToString());
        Assert.AreEqual("Column 'Plan' has categories that no real row has: 'iron'.",
            quality.Warnings.Single(warning => warning.Code == ScoreWarning.ForeignValues).Message);
    }

    [TestMethod]
    public void EvaluateTableQuality_OfOtherRows_NamesTheColumnThatTells()
    {
        Customer[] other = [.. Fresh.Select(row => row.With(age: row.Age + 15))];

        var quality = Evaluate(other);

        Assert.IsGreaterThan(0.8, quality.Detection!.Interval.Low);
        Assert.AreEqual("Age", quality.Detection.TellingColumns[0].Name);
        Assert.StartsWith("Columns differ (", quality.Verdict[0]);
        Assert.Contains("far from the real one is 'Age'", quality.Verdict[0]);
    }

    [TestMethod]
    public void EvaluateTableQuality_WithAnotherClassifier_SeesWhatALineDoesNot()
    {
        // Both marginal distributions stay, and the line between them turns: no linear function of each column's values shows it.
        var random = new Random(6);
        Customer[] Rows(Func<float, float> income, int count) => [.. Enumerable.Range(0, count).Select(_ =>
        {
            var age = (float)random.NextDouble();
            return new Customer { Age = age, Income = income(age), Plan = "basic" };
        })];
        var (real, turned) = (Customer.View(Rows(age => age, 400)), Customer.View(Rows(age => 1 - age, 400)));

        var linear = Context.Gan.EvaluateTableQuality(real, turned).Detection!;
        var trees = Context.Gan.EvaluateTableQuality(real, turned, options: new() { Classifier = Context.BinaryClassification.Trainers.FastTree() }).Detection!;

        Assert.IsLessThan(0.6, linear.AreaUnderRocCurve);
        Assert.IsGreaterThan(0.95, trees.AreaUnderRocCurve);
    }

    [TestMethod]
    public void EvaluateTableQuality_WithEqualSeeds_IsEqual()
    {
        var options = new TableQualityOptions { Rows = 120, PairColumns = 3, Seed = 9 };

        Assert.AreEqual(Evaluate(Fresh, options: options).ToString(), Evaluate(Fresh, options: options).ToString());
        Assert.AreNotEqual(Evaluate(Fresh, options: options).ToString(), Evaluate(Fresh, options: options with { Seed = 10 }).ToString());
    }

    private static TableQuality Evaluate(Customer[] synthetic, Customer[]? holdout = null, TableQualityOptions? options = null) =>
        Context.Gan.EvaluateTableQuality(Customer.View(Train), Customer.View(synthetic), Customer.View(holdout ?? Holdout), options);
}
