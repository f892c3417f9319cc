using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Data;

namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class SmoteTests
{
    private static readonly MLContext Context = new(seed: 1);

    [TestMethod]
    public void Integers_AreRoundedToTheNearest_WhereImbalancedLearnTruncates()
    {
        var reference = SmoteReference.Of("integers");
        var values = reference.Integers("values");
        var view = Resampled.View(values.Select(value => new Whole { Value = value, Label = true }).Append(new() { Value = 1 }));

        var made = new Smote { NeighborCount = 3 }.Rows(Resampled.Task(view, 4_000)).GetColumn<int>("Value").ToArray();

        // Truncation takes about half a unit from every magnitude; rounding takes none.
        Assert.AreEqual(reference.Number("mean_of_magnitudes_real"), made.Average(value => (double)Math.Abs(value)), 4 * 15 / Math.Sqrt(2_000));
        Assert.AreEqual(0.5, reference.Number("mean_of_magnitudes_real") - reference.Number("mean_of_magnitudes_truncated"), 0.05);
    }

    [TestMethod]
    public void Integers_BetweenTwoRows_AreEachInteger()
    {
        var view = Resampled.View(new[] { 0, 4 }.Select(value => new Whole { Value = value, Label = true }));

        var made = new Smote { NeighborCount = 1 }.Rows(Resampled.Task(view, 4_000)).GetColumn<int>("Value").CountBy(value => value).ToDictionary();

        // Of (0, 4), [0, ½] and [3½, 4] are an eighth each, and the others a quarter each.
        foreach (var (value, share) in new[] { (0, 0.125), (1, 0.25), (2, 0.25), (3, 0.25), (4, 0.125) })
            Assert.AreEqual(share, made[value] / 4_000.0, 0.03);
    }

    [TestMethod]
    public void AllTypesOfNumbers_AreInputs_AndKeepTheirTypes()
    {
        var view = Resampled.View(Enumerable.Range(0, 6).Select(row => new Numbers
        {
            Label = true, Single = row, Double = row, Byte = (byte)row, SByte = (sbyte)-row, Int16 = (short)row, UInt16 = (ushort)row, Int32 = row,
            UInt32 = (uint)row, Int64 = row, UInt64 = (ulong)row, Vector = [row, -row],
        }));

        var made = Context.Data.CreateEnumerable<Numbers>(new Smote().Rows(Resampled.Task(view, 50)), reuseRowObject: false).ToList();

        Assert.HasCount(50, made);
        foreach (var row in made)
        {
            Assert.IsTrue(row.Double is >= 0 and <= 5);
            Assert.AreEqual((float)row.Double, row.Single);
            Assert.AreEqual((float)row.Double, row.Vector[0]);
            Assert.AreEqual(-(float)row.Double, row.Vector[1]);
            var rounded = (int)Math.Round(row.Double);
            Assert.AreEqual((rounded, -rounded, rounded, rounded, rounded), (row.Byte, row.SByte, row.Int16, row.UInt16, row.Int32));
            Assert.AreEqual(((uint)rounded, (long)rounded, (ulong)rounded), (row.UInt32, row.Int64, row.UInt64));
        }
    }

    [TestMethod]
    public void ConstantColumn_StaysConstant()
    {
        var view = Resampled.View(Enumerable.Range(0, 6).Select(row => new Point { Label = true, X = 0.1f, Y = row }));

        var made = new Smote().Rows(Resampled.Task(view, 100));

        Assert.IsTrue(made.GetColumn<float>("X").All(x => x == 0.1f));
        Assert.IsFalse(made.GetColumn<float>("Y").All(float.IsInteger));
    }

    [TestMethod]
    public void Duplicates_AreNeighborsOfEachOther()
    {
        var view = Resampled.View(new[] { 1f, 1, 1, 9 }.Select(x => new Point { Label = true, X = x }));

        var made = new Smote { NeighborCount = 2 }.Rows(Resampled.Task(view, 400)).GetColumn<float>("X").ToArray();

        // Three rows of four have only copies as neighbors; between 9 and 1 are the rows of the fourth.
        Assert.AreEqual(0.75, made.Count(x => x == 1) / 400.0, 0.09);
        Assert.IsTrue(made.All(x => x is >= 1 and <= 9));
    }

    [TestMethod]
    [DataRow(5, "Class 'True' has 5 rows, but 5 neighbors of a row need 6. Set NeighborCount to 4, or use RandomOversampling.")]
    [DataRow(1, "Class 'True' has 1 row, but 5 neighbors of a row need 6. Use RandomOversampling.")]
    public void Class_OfTooFewRows_IsRefusedWithWhatWouldWork(int rows, string message)
    {
        var view = Resampled.View(Enumerable.Range(0, rows).Select(row => new Point { Label = true, X = row }));

        Assert.AreEqual(message, Assert.ThrowsExactly<InvalidOperationException>(() => new Smote().Rows(Resampled.Task(view, 3))).Message);
        Assert.StartsWith("Expected n_neighbors <= n_samples", SmoteReference.Of("refusal").GetString()); // imbalanced-learn refuses, too.
        if (rows > 1)
            Assert.AreEqual(3, new Smote { NeighborCount = rows - 1 }.Rows(Resampled.Task(view, 3)).GetRowCount());
    }

    [TestMethod]
    [DataRow(float.NaN, "Row 2 of column 'X' has a missing value (NaN)", "ml.Transforms.ReplaceMissingValues(\"X\")")]
    [DataRow(float.PositiveInfinity, "Row 2 of column 'X' has the value Infinity", "ml.Data.FilterRowsByColumn")]
    public void ValueThatIsNotFinite_IsRefused(float value, string what, string remedy)
    {
        var view = Resampled.View(Enumerable.Range(0, 8).Select(row => new Point { Label = true, X = row == 2 ? value : row }));

        var message = Assert.ThrowsExactly<InvalidOperationException>(() => new Smote().Rows(Resampled.Task(view, 3))).Message;

        Assert.StartsWith(what, message);
        Assert.Contains(remedy, message);
    }

    [TestMethod]
    public void MissingValue_OfAClassThatGetsNoRows_DoesNotMatter()
    {
        var view = Resampled.View(Enumerable.Range(0, 12).Select(row => new Point { Label = row % 2 == 0, X = row % 2 == 0 ? row : float.NaN }));

        Assert.AreEqual(3, new Smote().Rows(Resampled.Task(view, 3)).GetRowCount());
    }

    [TestMethod]
    public void SparseVectors_GiveWhatDenseOnesGive()
    {
        float[][] rows = [.. Enumerable.Range(0, 8).Select(row => new float[] { 0, row, 0, 0, row % 3 })];
        var dense = Resampled.View(rows.Select(row => new SparseRow { Label = true, Features = new(5, row) }));
        var sparse = Resampled.View(rows.Select(row => new SparseRow { Label = true, Features = new(5, 2, [row[1], row[4]], [1, 4]) }));

        float[][] Made(IDataView view) => [.. new Smote().Rows(Resampled.Task(view, 20)).GetColumn<float[]>("Features")];

        Assert.IsTrue(Made(dense).Zip(Made(sparse), (a, b) => a.SequenceEqual(b)).All(same => same));
        Assert.IsTrue(Made(sparse).All(row => row is [0, >= 0 and <= 7, 0, 0, >= 0 and <= 2]));
    }

    [TestMethod]
    public void ColumnsThatAreNoInputs_HaveTheValuesOfTheBaseRow_AndNamesStay()
    {
        var rows = MemoryRows.Of(2, [.. Enumerable.Range(0, 8).Select(row => new float[] { row, 10 * row })]);
        var view = Context.Transforms.CustomMapping<Row, Extra>(
            (row, extra) => (extra.Id, extra.Label, extra.A, extra.B) = ($"{row.Features[0]}", true, row.Features[0], row.Features[1]), null).Fit(rows).Transform(rows);
        view = Context.Transforms.Conversion.MapValueToKey("Key", "Id").Append(Context.Transforms.Concatenate("Named", "A", "B")).Fit(view).Transform(view);

        var made = new Smote { NeighborCount = 1 }.Rows(Resampled.Task(view, 40, inputs: "Named"));

        Assert.AreSame(view.Schema, made.Schema);
        CollectionAssert.AreEqual(new[] { "A", "B" }, SlotNames.Of(made.Schema["Named"]).ToArray());
        foreach (var (vector, id, key, untouched) in made.GetColumn<float[]>("Named").Zip(made.GetColumn<string>("Id"), made.GetColumn<uint>("Key"))
            .Zip(made.GetColumn<float[]>("Features"), (three, four) => (three.First, three.Second, three.Third, four)))
        {
            var from = int.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
            Assert.IsTrue(Math.Abs(vector[0] - from) <= 1);
            Assert.AreEqual((uint)from + 1, key);
            CollectionAssert.AreEqual(new float[] { from, 10 * from }, untouched);
        }
    }

    [TestMethod]
    public void Categories_AreRefused_WithTheMethodThatTakesThem()
    {
        var view = Resampled.View(Enumerable.Range(0, 8).Select(row => new MixedRow { Label = true, A = row, Kind = "a" }));

        var refused = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Smote().Rows(Resampled.Task(view, 3)));

        Assert.StartsWith("Schema mismatch for input column 'Kind': expected a number or Vector<Single>, got String", refused.Message);
        Assert.Contains("Use SmoteNc", refused.Message);
    }

    [TestMethod]
    public void Vectors_OfUnknownSize_AreRefused()
    {
        var view = Resampled.View(Enumerable.Range(0, 8).Select(row => new OpenRow { Label = true, Features = [row] }));

        Assert.Contains("Vector<Single> of known size", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Smote().Rows(Resampled.Task(view, 3))).Message);
    }

    [TestMethod]
    public void Canceled_Ends()
    {
        var view = Resampled.View(Enumerable.Range(0, 8).Select(row => new Point { Label = true, X = row }));

        Assert.ThrowsExactly<OperationCanceledException>(() => new Smote().Rows(Resampled.Task(view, 3) with { CancellationToken = new(canceled: true) }));
    }

    [TestMethod]
    public void NeighborCount_BelowOne_IsRefused() =>
        Assert.AreEqual("NeighborCount", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new Smote { NeighborCount = 0 }).ParamName);

    private sealed class Whole
    {
        public int Value { get; set; }

        public bool Label { get; set; }
    }

    internal sealed class Point
    {
        public float X { get; set; }

        public float Y { get; set; }

        public bool Label { get; set; }
    }

    private sealed class SparseRow
    {
        [VectorType(5)]
        public VBuffer<float> Features { get; set; }

        public bool Label { get; set; }
    }

    private sealed class OpenRow
    {
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }
    }

    private sealed class Extra
    {
        public string Id { get; set; } = "";

        public float A { get; set; }

        public float B { get; set; }

        public bool Label { get; set; }
    }

    private sealed class Numbers
    {
        public bool Label { get; set; }

        public float Single { get; set; }

        public double Double { get; set; }

        public byte Byte { get; set; }

        public sbyte SByte { get; set; }

        public short Int16 { get; set; }

        public ushort UInt16 { get; set; }

        public int Int32 { get; set; }

        public uint UInt32 { get; set; }

        public long Int64 { get; set; }

        public ulong UInt64 { get; set; }

        [VectorType(2)]
        public float[] Vector { get; set; } = [];
    }
}
