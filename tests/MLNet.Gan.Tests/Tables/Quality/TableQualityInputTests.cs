using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tables.Quality;

/// <summary>Tables that are unusual or wrong.</summary>
[TestClass]
public sealed class TableQualityInputTests
{
    private static readonly MLContext Context = new(seed: 1);

    [TestMethod]
    public void EvaluateTableQuality_WithoutHoldout_SaysWhatThatMeans()
    {
        var quality = Context.Gan.EvaluateTableQuality(Customer.View(Customer.Rows(200, 1)), Customer.View(Customer.Rows(200, 2)));

        Assert.IsNull(quality.Memorization);
        Assert.AreEqual((null, null, null, false),
            (quality.ColumnShapesReference, quality.HoldoutRows, quality.Copies.HoldoutCopies, quality.Copies.ExceedsChance));
        Assert.AreEqual("Without holdout rows it cannot be said whether training rows were memorized: 0 of 200 synthetic rows equal a training row.", quality.Verdict[0]);
        Assert.AreEqual(ScoreWarning.NoHoldout, quality.Warnings.Single().Code);
        Assert.Contains("and without holdout rows nothing says what chance alone gives.", quality.Verdict[1]);
    }

    [TestMethod]
    public void EvaluateTableQuality_WithAHoldoutOfTrainingRows_CannotJudge()
    {
        var train = Customer.Rows(200, 1);

        var quality = Context.Gan.EvaluateTableQuality(Customer.View(train), Customer.View(Customer.Rows(200, 2)), Customer.View(train[..120]));

        Assert.AreEqual("120 of 120 holdout rows equal a training row. If they were taken from the training rows, give rows that were kept back; if rows "
            + "have few different values, equal ones mean little.", quality.Warnings.Single().Message);
        Assert.StartsWith("It cannot be said whether training rows were memorized, since nearly all holdout rows equal one: ", quality.Verdict[0]);
    }

    [TestMethod]
    public void EvaluateTableQuality_WithFewHoldoutRows_ComparesAsManySyntheticOnes()
    {
        var quality = Context.Gan.EvaluateTableQuality(
            Customer.View(Customer.Rows(300, 1)), Customer.View(Customer.Rows(250, 2)), Customer.View(Customer.Rows(40, 3)));

        Assert.AreEqual((300, 250, 40, 40), (quality.RealRows, quality.SyntheticRows, quality.HoldoutRows!.Value, quality.ComparedRows));
        Assert.AreEqual((40, 250), (quality.Memorization!.Records, quality.Memorization.SyntheticRows));
        Assert.AreEqual("One of the tables has only 40 rows, so that chance decides much. Use more rows.",
            quality.Warnings.Single(warning => warning.Code == ScoreWarning.FewSamples).Message);
    }

    [TestMethod]
    public void EvaluateTableQuality_OfMoreRowsThanCompared_LooksForCopiesAmongAll()
    {
        var train = Customer.Rows(1_000, 1);
        var synthetic = Customer.Rows(60, 2);
        (synthetic[10], synthetic[59]) = (train[999], train[3]);
        synthetic[20] = synthetic[20].With(plan: "platinum");
        train[998] = train[998].With(plan: "platinum"); // Not foreign, whether the row is drawn or not.
        var filtered = Context.Data.FilterRowsByMissingValues(Customer.View(train), "Age"); // It does not know how many rows it has.

        var quality = Context.Gan.EvaluateTableQuality(
            filtered, Customer.View(synthetic), Customer.View(Customer.Rows(100, 3)), new() { Rows = 60, Seed = 2 });

        Assert.IsNull(filtered.GetRowCount());
        CollectionAssert.AreEqual(new[] { new CopiedRow(10, 999), new CopiedRow(59, 3) }, quality.Copies.Rows.ToArray());
        Assert.AreEqual((60, 60), (quality.RealRows, quality.HoldoutRows!.Value));
        Assert.IsEmpty(quality.Columns.SelectMany(column => column.Foreign).ToArray());
        Assert.AreEqual("60 of 1000 training rows and 60 of 60 synthetic rows were compared, drawn by the seed; copies were looked for among all training "
            + "rows. Set Rows for more.", quality.Warnings.Single(warning => warning.Code == ScoreWarning.RowsLeftOut).Message);
    }

    [TestMethod]
    public void EvaluateTableQuality_OfIdentifiers_LeavesThemOut()
    {
        Named[] Rows(int first, int seed) => [.. Customer.Rows(150, seed).Select((row, i) => new Named { Number = first + i, Name = $"customer {first + i}", Age = row.Age })];
        IDataView View(int first, int seed) => Context.Data.LoadFromEnumerable(Rows(first, seed));

        var quality = Context.Gan.EvaluateTableQuality(View(1, 1), View(5_000, 2), View(700, 3));
        var drawn = Context.Gan.EvaluateTableQuality(View(1, 1), View(5_000, 2), View(700, 3), new() { Rows = 120 });

        Assert.AreEqual("Age", quality.Columns.Single().Name);
        Assert.AreEqual("'Number', 'Name' were left out, which name or number the rows: nearly every row has a value of its own.",
            quality.Warnings.Single(warning => warning.Code == ScoreWarning.Identifier).Message);
        Assert.AreEqual("Age", drawn.Columns.Single().Name); // Drawn row numbers have gaps.
        AssertRefused("All columns name or number the rows: 'Number', 'Name'. Use a table with other columns, too.",
            () => Context.Gan.EvaluateTableQuality(View(1, 1), View(1, 1), options: new() { WithoutColumns = ["Age"] }));
    }

    [TestMethod]
    public void EvaluateTableQuality_OfTwoRows_DoesNotJudgeWhetherTheyWereMemorized()
    {
        var quality = Context.Gan.EvaluateTableQuality(Customer.View(Customer.Rows(2, 1)), Customer.View(Customer.Rows(2, 2)), Customer.View(Customer.Rows(2, 3)));

        Assert.IsNull(quality.Memorization);
        Assert.IsTrue(quality.Verdict.Contains("It cannot be said whether training rows were memorized: there are too few rows to measure distances; 0 of 2 "
            + "synthetic rows equal a training row, and 0 of 2 holdout rows do."));
    }

    [TestMethod]
    public void EvaluateTableQuality_OfAreasBelowChanceWithoutCopies_DoesNotSpeakOfCopies()
    {
        // Exactly equal shares make a cross-validation worse than chance: what is frequent in training is rare in the test.
        Named[] Rows(int seed) => [.. Customer.Rows(300, seed).Select((row, i) => new Named { Number = i % 2, Name = $"group {i % 17}", Age = row.Age })];
        var (train, fresh, holdout) = (Rows(1), Rows(2), Rows(3));
        string Detection(Named[] synthetic) => Context.Gan.EvaluateTableQuality(
            Context.Data.LoadFromEnumerable(train), Context.Data.LoadFromEnumerable(synthetic), Context.Data.LoadFromEnumerable(holdout))
            .Verdict.Single(sentence => sentence.StartsWith("A classifier", StringComparison.Ordinal));

        Assert.StartsWith("A classifier does not tell synthetic rows from real ones (AUC 0.4", Detection(fresh));
        Assert.StartsWith("A classifier is worse than chance, as where synthetic rows are copies of real ones (AUC ", Detection(train));
    }

    [TestMethod]
    public void EvaluateTableQuality_OfMissingConstantAndVectorColumns_IsFinite()
    {
        Odd[] Rows(int seed, float constant) => [.. Customer.Rows(120, seed).Select((row, i) => new Odd
        {
            Known = row.Age, Missing = float.NaN, Constant = constant, Empty = "", Sizes = [row.Income, i % 3], Sometimes = i % 2 == 0 ? float.NaN : row.Age,
        })];
        IDataView View(int seed, float constant) => Context.Data.LoadFromEnumerable(Rows(seed, constant));

        var quality = Context.Gan.EvaluateTableQuality(View(1, 7), View(2, 7), View(3, 7));
        var moved = Context.Gan.EvaluateTableQuality(View(1, 7), View(2, 8), View(3, 7));

        CollectionAssert.AreEqual(new[] { "Known", "Missing", "Constant", "Empty", "Sometimes", "Sizes[0]", "Sizes[1]" }, quality.Columns.Select(column => column.Name).ToArray());
        double[] values = [quality.ColumnShapes, quality.PairScore!.Value, quality.Coverage, quality.Detection!.AreaUnderRocCurve, quality.Memorization!.NearerToTraining];
        Assert.IsTrue(values.All(double.IsFinite));
        Assert.AreEqual((1.0, 1.0), (quality.Columns[1].Shape, quality.Columns[2].Shape));
        Assert.IsFalse(quality.Pairs.Any(pair => pair.First == "Known" && pair.Second is "Missing" or "Constant"));
        Assert.AreEqual((0.0, 0.0), (moved.Columns[2].Shape, moved.Columns[2].Coverage));
        Assert.AreEqual("Constant", moved.Detection!.TellingColumns[0].Name);
        Assert.IsNotEmpty(quality.Report("Odd").ToHtml());
    }

    [TestMethod]
    public void EvaluateTableQuality_OfMissingValuesThatWereFilled_SaysSo()
    {
        var real = Customer.Rows(200, 1).Select((row, i) => i % 4 == 0 ? row.With(age: float.NaN) : row);

        var quality = Context.Gan.EvaluateTableQuality(Customer.View(real), Customer.View(Customer.Rows(200, 2)), Customer.View(Customer.Rows(200, 3)));

        Assert.AreEqual((0.25, 0.0), (quality.Columns[0].RealMissing, quality.Columns[0].SyntheticMissing));
        Assert.AreEqual("Of column 'Age', 25 % of the real values are missing, and 0 % of the synthetic ones.",
            quality.Warnings.Single(warning => warning.Code == ScoreWarning.MissingValues).Message);
    }

    [TestMethod]
    public void EvaluateTableQuality_OfOneColumn_HasNoPairs()
    {
        IDataView View(int seed) => Context.Transforms.SelectColumns("Age").Fit(Customer.View([])).Transform(Customer.View(Customer.Rows(100, seed)));

        var quality = Context.Gan.EvaluateTableQuality(View(1), View(2), View(3));

        Assert.IsNull(quality.PairScore);
        Assert.HasCount(4, quality.Verdict);
        Assert.IsNotEmpty(quality.Report("Ages").ToMarkdown());
    }

    [TestMethod]
    public void EvaluateTableQuality_OfManyColumns_ComparesPairsOfSome()
    {
        Wide[] Rows(int seed)
        {
            var random = new Random(seed);
            return [.. Enumerable.Range(0, 100).Select(_ => new Wide { Values = [.. Enumerable.Range(0, 60).Select(_ => (float)random.NextDouble())] })];
        }

        var quality = Context.Gan.EvaluateTableQuality(Context.Data.LoadFromEnumerable(Rows(1)), Context.Data.LoadFromEnumerable(Rows(2)));

        Assert.AreEqual((60, 50, 1225), (quality.Columns.Count, quality.PairColumns.Count, quality.Pairs.Count));
        Assert.AreEqual("Pairs of 50 of the 60 columns were compared, drawn by the seed. Set PairColumns for more.",
            quality.Warnings.Single(warning => warning.Code == ScoreWarning.PairsLeftOut).Message);
    }

    [TestMethod]
    public void EvaluateTableQuality_OfTablesThatDoNotMatch_SaysWhy()
    {
        var (good, other) = (Customer.View(Customer.Rows(50, 1)), Context.Data.LoadFromEnumerable([new Odd(), new Odd()]));

        AssertRefused("The synthetic table has 0 rows, but a comparison needs at least 2. Use more rows.", () => Context.Gan.EvaluateTableQuality(good, Customer.View([])));
        AssertRefused("The real table has 1 rows, but a comparison needs at least 2. Use more rows.", () => Context.Gan.EvaluateTableQuality(Customer.View(Customer.Rows(1, 1)), good));
        AssertRefused("The holdout table has 1 rows, but a comparison needs at least 2. Use more rows.",
            () => Context.Gan.EvaluateTableQuality(good, good, Customer.View(Customer.Rows(1, 1))));
        AssertRefused("The tables have different columns: the holdout one lacks 'Age', 'Income', 'Plan', 'IsActive' and the real one lacks 'Known', 'Missing', "
            + "'Constant', 'Empty', 'Sometimes' and 2 more. Rename them, or leave them out.", () => Context.Gan.EvaluateTableQuality(good, good, other));
        AssertRefused("Column 'Plann', which is to be left out, is in neither table. There are 'Age', 'Income', 'Plan', 'IsActive'.",
            () => Context.Gan.EvaluateTableQuality(good, good, options: new() { WithoutColumns = ["Plann"] }));
        Assert.StartsWith("Row 1 of column 'Age' has the value Infinity", Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.EvaluateTableQuality(
            good, Customer.View(Customer.Rows(3, 1).Select((row, i) => row.With(age: i == 1 ? float.PositiveInfinity : 1))))).Message);
    }

    [TestMethod]
    public void EvaluateTableQuality_WithAClassifierThatGivesNoScores_SaysSo() => Assert.StartsWith(
        "The classifier gives no column 'Score' of type Single, but 'Label', 'Features', 'Copy'. Set TableQualityOptions.Classifier to a trainer of two classes",
        Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.EvaluateTableQuality(
            Customer.View(Customer.Rows(50, 1)), Customer.View(Customer.Rows(50, 2)), options: new() { Classifier = Context.Transforms.CopyColumns("Copy", "Features") })).Message);

    [TestMethod]
    public void TableQualityOptions_OutsideTheirRanges_AreRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new TableQualityOptions { Rows = 9 });
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new TableQualityOptions { PairColumns = 1 });
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new TableQualityOptions { Folds = 1 });
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new TableQualityOptions { Confidence = 1 });
        Assert.ThrowsExactly<ArgumentException>(() => _ = new TableQualityOptions { WithoutColumns = [null!] });
    }

    private static void AssertRefused(string message, Action action) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<InvalidOperationException>(action).Message);

    private sealed class Named
    {
        public int Number { get; set; }

        public string Name { get; set; } = "";

        public float Age { get; set; }
    }

    private sealed class Odd
    {
        public float Known { get; set; }

        public float Missing { get; set; }

        public float Constant { get; set; }

        public string Empty { get; set; } = "";

        public float Sometimes { get; set; }

        [VectorType(2)]
        public float[] Sizes { get; set; } = [0, 0];
    }

    private sealed class Wide
    {
        [VectorType(60)]
        public float[] Values { get; set; } = [];
    }
}
