namespace MLNet.Gan.Tests.Tabular;

/// <summary>Which encoding a column gets, and what the options change.</summary>
[TestClass]
public sealed class TableRuleTests
{
    private static readonly Random Random = new(8);

    [TestMethod]
    [DataRow(20, 400, true)]
    [DataRow(20, 399, false)] // More values than the square root of the rows.
    [DataRow(21, 10_000, false)]
    [DataRow(2, 4, true)]
    public void Numbers_OfFewValues_AreCategories(int values, int rows, bool areCategories) => Assert.AreEqual(
        areCategories, Tables.Fit(Enumerable.Range(0, rows).Select(i => i % values * 0.5f)).Layout.Blocks.Any(block => block.IsCondition));

    [TestMethod]
    public void Numbers_ThatAreToBe_AreCategories()
    {
        var values = Enumerable.Range(0, 300).Select(i => i % 150).ToArray();

        var block = Tables.Fit(values, new() { Name = "X", IsCategory = true, MaximumCategories = 200 }).Layout.Blocks.Single();

        Assert.AreEqual(150, block.Width);
        Assert.IsTrue(block.IsCondition);
    }

    [TestMethod]
    public void Categories_ThatAreNotToBe_AreNumbers() => Assert.IsFalse(
        Tables.Fit(Enumerable.Range(0, 900).Select(i => i % 5), new() { Name = "X", IsCategory = false }).Layout.Blocks.Any(block => block.IsCondition));

    [TestMethod]
    public void Decimals_OfTheData_AreKept()
    {
        Assert.Contains("a number of 2 decimals", Explained(Enumerable.Range(0, 500).Select(i => Math.Round(0.37 * i, 2))));
        Assert.Contains("a number of one decimal", Explained(Enumerable.Range(0, 500).Select(i => (float)Math.Round(0.1 * i, 1))));
        Assert.Contains("a whole number", Explained(Enumerable.Range(0, 500).Select(i => (float)i * i)));
        StringAssert.StartsWith(Explained(Enumerable.Range(0, 500).Select(i => Math.Sqrt(i))), "'X' is a number from 0 to ");
        StringAssert.StartsWith(Explained(Enumerable.Range(0, 500).Select(i => MathF.Sqrt(i))), "'X' is a number from 0 to ");
    }

    [TestMethod]
    public void Decimals_OfTheOptions_AreKept()
    {
        var encoding = Tables.Fit(Enumerable.Range(0, 500).Select(i => Math.Sqrt(i)), new() { Name = "X", Decimals = 1 });

        foreach (var value in Tables.Column<double>(new DecodedView(encoding, Tables.Random(encoding, 500)), "X"))
            Assert.AreEqual(Math.Round(value, 1), value);
    }

    [TestMethod]
    public void Bounds_OfTheData_HoldAllValues()
    {
        var values = Enumerable.Range(0, 500).Select(_ => Math.Round(3 + Random.NextDouble(), 3)).ToArray();
        var encoding = Tables.Fit(values);

        var decoded = Tables.Column<double>(new DecodedView(encoding, Tables.Random(encoding, 5000)), "X");

        Assert.AreEqual(values.Min(), decoded.Min());
        Assert.AreEqual(values.Max(), decoded.Max());
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow(1)]
    public void Bounds_OfTheOptions_HoldAllValues(int? decimals)
    {
        var encoding = Tables.Fit(Enumerable.Range(0, 500).Select(_ => 10 * Random.NextDouble()), new() { Name = "X", Minimum = 2.45, Maximum = 7.55, Decimals = decimals });

        var decoded = Tables.Column<double>(new DecodedView(encoding, Tables.Random(encoding, 5000)), "X");

        Assert.AreEqual(decimals is null ? 2.45 : 2.5, decoded.Min());
        Assert.AreEqual(decimals is null ? 7.55 : 7.5, decoded.Max());
    }

    [TestMethod]
    public void Bounds_OfIntegers_AreWhole()
    {
        var encoding = Tables.Fit(Enumerable.Range(0, 500), new() { Name = "X", Minimum = 99.5, Maximum = 200.5 });

        var decoded = Tables.Column<int>(new DecodedView(encoding, Tables.Random(encoding, 5000)), "X");

        Assert.AreEqual(100, decoded.Min());
        Assert.AreEqual(200, decoded.Max());
    }

    [TestMethod]
    public void Logarithm_OfTheOptions_IsUsedOrNot()
    {
        var heavy = Enumerable.Range(0, 500).Select(_ => Math.Exp(4 * Random.NextDouble() * Random.NextDouble() * 4)).ToArray();

        Assert.Contains("by their logarithm.", Explained(Enumerable.Range(1, 500).Select(i => Math.Sqrt(i)), new() { Name = "X", UsesLogarithm = true }));
        Assert.IsFalse(Explained([.. heavy, 1e9], new() { Name = "X", UsesLogarithm = false }).Contains("logarithm"));
        Assert.Contains("by their logarithm, since a tail is long", Explained([.. heavy, 1e9]));
    }

    [TestMethod]
    public void Modes_OfTwoFarGroups_AreTwo()
    {
        // Normal distributions around 0 and 100: two components, whose weights are the shares of the groups.
        var values = Enumerable.Range(0, 2000).Select(i => (i % 4 == 0 ? 100 : 0) + Math.Sqrt(-2 * Math.Log(1 - Random.NextDouble())) * Math.Cos(2 * Math.PI * Random.NextDouble()));

        var counts = Tables.Fit(values).Layout.Blocks[1].Counts;

        Assert.HasCount(2, counts);
        Assert.AreEqual(1500, counts[0], 15);
        Assert.AreEqual(500, counts[1], 15);
    }

    [TestMethod]
    public void Modes_OfEncodedRows_HaveTheSharesOfTheMixture()
    {
        double[] values = [.. Enumerable.Range(0, 4000).Select(_ => Random.NextDouble() + Random.NextDouble() * Random.Next(3))];
        var encoding = Tables.Fit(values);
        var rows = Tables.Encoded(Tables.Of(values), encoding);
        var block = encoding.Layout.Blocks[1];

        for (var state = 0; state < block.Width; state++)
        {
            var count = Enumerable.Range(0, values.Length).Count(row => rows.Values.Span[row * rows.Width + block.Start + state] == 1);
            Assert.AreEqual(block.Counts[state], count, 0.03 * values.Length, $"mode {state}");
        }
    }

    [TestMethod]
    public void Explanation_EndsWithWidthAndMemory() => Assert.AreEqual(
        "'X' is a category of 3 values, since its values are of type Text.\nA row becomes 3 numbers, and 1000000 rows need 11.4 MiB.",
        Tables.Fit(Enumerable.Range(0, 9).Select(i => $"{i % 3}")).Explain(1_000_000).ToString());

    private static string Explained<T>(IEnumerable<T> values, TableColumnOptions? column = null) => Tables.Fit(values, column).Explain().Columns[0];
}
