using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Tabular;

/// <summary>What cannot be encoded is refused with what to do.</summary>
[TestClass]
public sealed class TableRefusalTests
{
    private static readonly MLContext Context = new(1);

    [TestMethod]
    [DataRow(double.PositiveInfinity)]
    [DataRow(double.NegativeInfinity)]
    [DataRow(1e151)]
    public void Number_ThatIsTooLarge_IsRefusedWithItsRow(double value)
    {
        var error = Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Fit([1, 2, value]));

        StringAssert.StartsWith(error.Message, "Row 2 of column 'X' has the value ");
        Assert.Contains("a number of a table is at most 1E+150 (an integer at most 9223372036854775807). Replace or filter out what is infinite", error.Message);
    }

    [TestMethod]
    public void Single_ThatIsInfinite_IsRefused() => Assert.Contains(
        "Row 1 of column 'X'", Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Fit([1, float.NegativeInfinity])).Message);

    [TestMethod]
    public void UnsignedInteger_BeyondALong_IsRefused() => Assert.Contains(
        "Row 1 of column 'X' has the value 9223372036854775808", Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Fit([1ul, 1ul << 63])).Message);

    [TestMethod]
    public void Rows_None_AreRefused() => Assert.Contains(
        "The table has 0 rows", Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Fit(Array.Empty<float>())).Message);

    [TestMethod]
    public void Rows_OfOneValue_AreRefused()
    {
        Assert.Contains("in all of its rows (1)", Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Fit([1f])).Message);
        Assert.Contains("in all of its rows (3)", Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Fit(["a", "a", "a"])).Message);
        Assert.Contains("in all of its rows (2)", Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Fit([float.NaN, float.NaN])).Message);
    }

    [TestMethod]
    public void Text_OfItsOwnInNearlyEveryRow_IsRefusedWithTheChoices()
    {
        var names = Enumerable.Range(0, 500).Select(i => $"name {i}");

        var error = Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Fit(names));

        StringAssert.StartsWith(error.Message, "Column 'X' has 500 different values in 500 rows, such as 'name 0': names or identifiers");
        foreach (var choice in new[] { "WithoutColumns", "MaximumCategories", "Hash" })
            Assert.Contains(choice, error.Message);
        Assert.AreEqual(11 + 1, Tables.Fit(names, new() { Name = "X", MaximumCategories = 10 }).Layout.Width);
    }

    [TestMethod]
    public void Columns_ThatAreRefused_AreAllNamed()
    {
        var view = Context.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new Names { First = $"f{i}", Last = $"l{i}", Age = i }));

        var message = Assert.ThrowsExactly<InvalidOperationException>(() => TableEncoding.Fit(view, Tables.Default, seed: 1)).Message;

        var lines = message.Split('\n');
        Assert.HasCount(2, lines);
        StringAssert.StartsWith(lines[0], "Column 'First' has 100 different values");
        StringAssert.StartsWith(lines[1], "Column 'Last' has 100 different values");
    }

    [TestMethod]
    public void Keys_InAVector_AreRefused()
    {
        var view = Context.Data.LoadFromEnumerable([new Keys { X = [1, 2] }, new Keys { X = [0, 1] }]);

        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TableEncoding.Fit(view, Tables.Default, seed: 1));

        Assert.Contains("Column 'X' is of type Vector<Key<UInt32, 0-1>, 2>", error.Message);
        Assert.Contains("Give each its own column, or leave 'X' out.", error.Message);
    }

    [TestMethod]
    public void Vectors_OfUnknownSize_AreRefused() => Assert.Contains("Make the vectors of 'X' equally long, or leave 'X' out.",
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TableEncoding.Fit(Tables.Of([new float[] { 1 }, [1, 2]]), Tables.Default, seed: 1)).Message);

    [TestMethod]
    public void Options_OfAnUnknownColumn_AreRefused()
    {
        Assert.Contains("Set Columns to one of 'X'.",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Tables.Fit([1, 2], new() { Name = "Y" })).Message);
        Assert.Contains("Set WithoutColumns to one of 'X'.", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => TableEncoding.Fit(Tables.Of([1, 2]), Tables.Default with { WithoutColumns = ["Y"] }, seed: 1)).Message);
        Assert.Contains("All columns of the table are left out.", Assert.ThrowsExactly<InvalidOperationException>(
            () => TableEncoding.Fit(Tables.Of([1, 2]), Tables.Default with { WithoutColumns = ["X"] }, seed: 1)).Message);
        Assert.Contains("options of column 'X' twice", Assert.ThrowsExactly<InvalidOperationException>(
            () => TableEncoding.Fit(Tables.Of([1, 2]), Tables.Default with { Columns = [new() { Name = "X" }, new() { Name = "X" }] }, seed: 1)).Message);
    }

    [TestMethod]
    public void NumberOptions_OfText_AreRefused() => Assert.Contains("Column 'X' is of type Text, so its values are categories.",
        Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Fit(["a", "b"], new() { Name = "X", Decimals = 2 })).Message);

    [TestMethod]
    public void Bounds_OfDates_AreRefused() => Assert.Contains("Column 'X' has dates or times, of which Minimum and Maximum cannot be set.",
        Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Fit(Enumerable.Range(1, 9).Select(day => new DateTime(2020, 1, day)), new() { Name = "X", Minimum = 2 })).Message);

    [TestMethod]
    public void Bounds_WithNothingBetween_AreRefused() => Assert.Contains("Set Minimum and Maximum of its options further apart.",
        Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Fit(Enumerable.Range(1, 99), new() { Name = "X", Minimum = 2.2, Maximum = 2.8 })).Message);

    [TestMethod]
    public void Category_ThatWasNotThere_IsRefusedWithItsRow()
    {
        var encoding = Tables.Fit(["a", "b", "a", "b"]);

        Assert.Contains("Row 1 of column 'X' has the value 'c', which none of the rows had",
            Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Encoded(Tables.Of(["a", "c"]), encoding)).Message);
        Assert.Contains("Row 0 of column 'X' has no value",
            Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Encoded(Tables.Of(["", "a"]), encoding)).Message);
        Assert.Contains("Row 2 of column 'X' has no value",
            Assert.ThrowsExactly<InvalidOperationException>(() => Tables.Encoded(Tables.Of([1, 2, double.NaN]), Tables.Fit([1.5, 2, 3]))).Message);
    }

    [TestMethod]
    public void Column_OfAnotherType_IsRefused() => Assert.Contains("expected Int32, got Single", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
        () => Tables.Fit([1, 2, 3]).Encode(Tables.Of([1f]), seed: 1, batch: 10).ToArray()).Message);

    [TestMethod]
    [DataRow("")]
    [DataRow("{}")]
    [DataRow("""{"version":2}""")]
    [DataRow("""{"version":1,"rows":3,"columns":[{}]}""")]
    [DataRow("""{"version":1,"rows":3,"columns":[{"schema":{"Name":"X","Type":"Quaternion","Dimensions":[],"KeyCount":0,"Annotations":[]},"parts":[]}]}""")]
    [DataRow("""{"version":1,"rows":3,"columns":[{"schema":{"Name":"X","Type":"Single","Dimensions":[],"KeyCount":0,"Annotations":[]},"parts":[]}]}""")]
    public void Metadata_ThatIsDamaged_IsRefused(string text) => Assert.Contains(
        "The metadata entry 'mlnet.gan.table' of the ONNX file is damaged", Assert.ThrowsExactly<FormatException>(() => TableMetadata.FromText(text)).Message);

    [TestMethod]
    [DataRow(300.0, null)]
    [DataRow(null, -5.0)]
    public void Bound_ThatTheTypeDoesNotHave_IsRefused(double? most, double? least)
    {
        byte[] values = [.. Enumerable.Range(0, 56).Select(i => (byte)(200 + i))];

        Assert.Contains("which type Byte does not have. Set Minimum and Maximum to values of the type", Assert.ThrowsExactly<InvalidOperationException>(
            () => Tables.Fit(values, new() { Name = "X", IsCategory = false, Minimum = least, Maximum = most })).Message);
    }

    [TestMethod]
    public void Bounds_WithNothingBetween_SayWhatTheDataHave() => Assert.Contains(
        "none that can be generated lies between 200 and 69. Set Minimum and Maximum", Assert.ThrowsExactly<InvalidOperationException>(
            () => Tables.Fit(Enumerable.Range(20, 50), new() { Name = "X", IsCategory = false, Minimum = 200 })).Message);

    private sealed class Keys
    {
        [KeyType(2), VectorType(2)]
        public uint[] X { get; set; } = [];
    }

    private sealed class Names
    {
        public string First { get; set; } = "";
        public string Last { get; set; } = "";
        public int Age { get; set; }
    }
}
