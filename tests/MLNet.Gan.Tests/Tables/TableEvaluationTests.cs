using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tables;

[TestClass]
public sealed class TableEvaluationTests
{
    private static readonly MLContext Context = new(seed: 1);

    private static readonly Person[] People =
    [
        .. Enumerable.Range(0, 40).Select(i => new Person
        {
            Age = 20 + i * i % 37, Plan = i % 4 == 0 ? "gold" : "basic", IsActive = i % 2 == 0, Lengths = [i, i % 5],
        }),
    ];

    [TestMethod]
    public void EvaluateTable_OfEqualTables_FindsNoDifferenceAndCopies()
    {
        var scores = Evaluate(People, People);

        CollectionAssert.AreEqual(
            new[] { "KS of Age", "TV of Plan", "TV of IsActive", "KS of Lengths[0]", "KS of Lengths[1]", "mean column distance", "sliced Wasserstein", "precision", "recall" },
            scores.All.Take(9).Select(score => score.Name).ToArray());
        Assert.IsTrue(scores.All.Take(7).All(score => score.Value == 0), scores.ToString());
        Assert.AreEqual((1.0, 1.0, 0.0), (scores["precision"].Value, scores["coverage"].Value, scores["nearest neighbor ratio"].Value));
        Assert.AreEqual(ScoreWarning.Memorization, scores["share of near copies"].Warnings.Single().Code);
        Assert.AreEqual(("columns", 40L, 40L), (scores["TV of Plan"].Protocol.Network, scores["TV of Plan"].Protocol.RealCount, scores["TV of Plan"].Protocol.GeneratedCount));
    }

    [TestMethod]
    public void EvaluateTable_OfACategoryThatIsGone_SaysSo()
    {
        Person[] generated = [.. People.Select(person => new Person { Age = person.Age, Plan = person.Plan == "gold" ? "silver" : "basic", IsActive = person.IsActive, Lengths = person.Lengths })];

        var plan = Evaluate(People, generated)["TV of Plan"];

        Assert.AreEqual(0.25, plan.Value, 1e-12);
        CollectionAssert.AreEqual(
            new[] { "The generated table lacks 'gold', of 1 % of the real rows or more.", "The real table lacks 'silver', which were generated." },
            plan.Warnings.Select(warning => warning.Message).ToArray());
    }

    [TestMethod]
    public void EvaluateTable_OfKeysWithOtherNumbers_ComparesTheirNames()
    {
        var keys = Context.Transforms.Conversion.MapValueToKey("Plan");
        var first = View(People);
        var second = View([.. People.Reverse()]); // "basic" comes first, so the keys are other numbers.

        var scores = Context.Gan.EvaluateTable(keys.Fit(first).Transform(first), keys.Fit(second).Transform(second));

        Assert.AreEqual(0, scores["TV of Plan"].Value);
    }

    [TestMethod]
    public void EvaluateTable_OfMissingValues_LeavesThemOutAndCountsThem()
    {
        Person[] generated = [.. People.Select((person, i) => new Person { Age = i < 10 ? float.NaN : person.Age, Plan = person.Plan, IsActive = person.IsActive, Lengths = person.Lengths })];

        var age = Evaluate(People, generated)["KS of Age"];

        Assert.IsGreaterThan(0, age.Value); // Of the other 30 rows.
        Assert.AreEqual("missing 0 and 0.25", age.Protocol.Settings);
    }

    [TestMethod]
    public void EvaluateTable_OfIdentifiers_AdvisesToLeaveThemOut()
    {
        Person[] named = [.. People.Select((person, i) => new Person { Age = person.Age, Plan = $"customer {i}", Lengths = person.Lengths })];

        Assert.AreEqual(ScoreWarning.Identifier, Evaluate(named, named)["TV of Plan"].Warnings.Single().Code);
        Assert.IsFalse(Evaluate(named, named, new() { WithoutColumns = ["Plan"] }).All.Any(score => score.Name == "TV of Plan"));
    }

    [TestMethod]
    public void EvaluateTable_OfManyRows_DrawsThoseOfTheSeed()
    {
        var scores = Evaluate(People, People, new() { Rows = 20, Seed = 3 });

        Assert.AreEqual((20L, 20L), (scores["recall"].Protocol.RealCount, scores["recall"].Protocol.GeneratedCount));
        Assert.AreEqual(40, scores["KS of Age"].Protocol.RealCount);
        Assert.AreEqual(scores["recall"].Value, Evaluate(People, People, new() { Rows = 20, Seed = 3 })["recall"].Value);
    }

    [TestMethod]
    public void EvaluateTable_OfTablesThatDoNotMatch_SaysWhy()
    {
        var renamed = Context.Transforms.CopyColumns("Years", "Age").Append(Context.Transforms.DropColumns("Age")).Fit(View(People)).Transform(View(People));
        AssertRefused("The tables have different columns: the generated one lacks 'Age' and the real one lacks 'Years'. Rename them, or leave them out.",
            () => Context.Gan.EvaluateTable(View(People), renamed));

        var text = Context.Transforms.Conversion.ConvertType("Plan", "Age", DataKind.Single).Fit(View(People)).Transform(View(People));
        AssertRefused("Column 'Plan' has numbers in the generated table, but categories such as 'gold' in the other. Use the same type for both, or leave it out.",
            () => Context.Gan.EvaluateTable(View(People), text));

        AssertRefused("Column 'Plann', which is to be left out, is in neither table. There are 'Age', 'Plan', 'IsActive', 'Lengths[0]', 'Lengths[1]'.",
            () => Evaluate(People, People, new() { WithoutColumns = ["Plann"] }));
        AssertRefused("The generated table has 1 rows, but a comparison needs at least 2. Use more rows.", () => Evaluate(People, [People[0]]));
    }

    [TestMethod]
    public void EvaluateTable_OfAnotherType_NamesTheColumn()
    {
        var words = Context.Data.LoadFromEnumerable([new Tagged { Tags = ["a", "b"] }, new Tagged()]);

        var e = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Context.Gan.EvaluateTable(words, words));

        Assert.StartsWith("Column 'Tags' is of type Vector<String>, but a table's columns are numbers, text, keys, Booleans, dates, times, or vectors of numbers "
            + "whose size is known.", e.Message);
    }

    [TestMethod]
    public void EvaluateTable_OfDates_ComparesThem()
    {
        // Ten days, and the ten from the fifth on: half of the days are beyond the other table's.
        IDataView Days(int first) => Context.Data.LoadFromEnumerable(Enumerable.Range(first, 10).Select(day => new Dated { On = new DateTime(1969, 12, 1).AddDays(day) }));

        Assert.AreEqual(0.5, Context.Gan.EvaluateTable(Days(0), Days(5))["KS of On"].Value, 1e-12);
    }

    [TestMethod]
    public void EvaluateTable_OfRowsWithBothRealAndGeneratedValues_IsRefused()
    {
        // A view of Transform: the input's Age beside a vector whose slot is named Age, too.
        var view = Context.Transforms.Concatenate("Generated", "Age").Fit(View(People)).Transform(View(People));

        AssertRefused(
            "The generated table has 2 columns 'Age', of 'Age', 'Generated'. Leave out all but one, or compare what Generate returns, which has "
                + "generated columns only.", () => Context.Gan.EvaluateTable(View(People), view));
        Assert.AreEqual(0, Context.Gan.EvaluateTable(View(People), view, new() { WithoutColumns = ["Generated"] })["KS of Age"].Value);
    }

    [TestMethod]
    public void EvaluateTable_OfDoublesAndSingles_ComparesThemInSinglePrecision()
    {
        double[] values = [0, 0.1, 0.2, 0.5, 0.1, 0.7];
        var real = Context.Data.LoadFromEnumerable(values.Select(value => new Exact { Value = value }));
        var generated = Context.Data.LoadFromEnumerable(values.Select(value => new Rounded { Value = (float)value }));

        var scores = Context.Gan.EvaluateTable(real, generated);

        Assert.AreEqual(0, scores["KS of Value"].Value);
        Assert.AreEqual(0, scores["KS of Constant"].Value);
        Assert.IsLessThan(1e-6, scores["sliced Wasserstein"].Value); // Without the constant, whose deviation is rounding alone.
    }

    [TestMethod]
    public void EvaluateTable_OfTablesWithRepeatedRows_TakesRepeatsForNoCopies()
    {
        Person[] Some(int seed)
        {
            var random = new Random(seed);
            return [.. Enumerable.Range(0, 300).Select(_ => new Person { Age = random.Next(3), Plan = random.Next(2) == 0 ? "a" : "b", Lengths = [random.Next(2), 0] })];
        }

        Assert.IsEmpty(Evaluate(Some(1), Some(2))["share of near copies"].Warnings);
    }

    [TestMethod]
    public void EvaluateTable_OfRowNumbers_LeavesThemOutOfTheRows()
    {
        Person[] Numbered(int first) => [.. People.Select((person, i) => new Person { Age = first + i, Plan = person.Plan, Lengths = person.Lengths })];

        var scores = Evaluate(Numbered(1), Numbered(1000));

        Assert.AreEqual((1.0, ScoreWarning.Identifier), (scores["KS of Age"].Value, scores["KS of Age"].Warnings.Single().Code));
        Assert.AreEqual((1.0, 1.0), (scores["precision"].Value, scores["share of near copies"].Value));
    }

    [TestMethod]
    public void EvaluateTable_OfInfiniteValues_NamesThePlace()
    {
        Person[] infinite = [.. People.Select((person, i) => new Person { Age = i == 3 ? float.PositiveInfinity : 1, Plan = "a", Lengths = person.Lengths })];

        Assert.StartsWith("Row 3 of column 'Age' has the value Infinity, but a number of a table is at most",
            Assert.ThrowsExactly<InvalidOperationException>(() => Evaluate(infinite, infinite)).Message);
    }

    private static GanScores Evaluate(Person[] real, Person[] generated, TableEvaluationOptions? options = null) =>
        Context.Gan.EvaluateTable(View(real), View(generated), options);

    private static IDataView View(Person[] people) => Context.Data.LoadFromEnumerable(people);

    private static void AssertRefused(string message, Action action) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<InvalidOperationException>(action).Message);

    private sealed class Person
    {
        public float Age { get; set; }

        public string Plan { get; set; } = "";

        public bool IsActive { get; set; }

        [VectorType(2)]
        public float[] Lengths { get; set; } = [];
    }

    private sealed class Exact
    {
        public double Value { get; set; }

        public double Constant { get; set; } = 0.1;
    }

    private sealed class Rounded
    {
        public float Value { get; set; }

        public float Constant { get; set; } = 0.1f;
    }

    private sealed class Tagged
    {
        public string[] Tags { get; set; } = [];
    }

    private sealed class Dated
    {
        public DateTime On { get; set; } = new(2026, 1, 1);
    }
}
