using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Tabular;

/// <summary>A table that is encoded and decoded is the same table, up to the precision of a float in its mode.</summary>
[TestClass]
public sealed class TableRoundTripTests
{
    private static readonly EveryType[] Rows = EveryType.Rows(1500);
    private static readonly IDataView View = EveryType.View(Rows);
    private static readonly TableEncoding Encoding = TableEncoding.Fit(View, Tables.Default, seed: 1);
    private static readonly IDataView Decoded = Tables.RoundTrip(View, Encoding);

    [TestMethod]
    public void Categories_AreExact()
    {
        AssertSame<ReadOnlyMemory<char>, string>("Text", text => text.ToString());
        AssertSame<bool, bool>("Boolean", value => value);
        AssertSame<uint, uint>("Key", value => value);
        AssertSame<byte, byte>("ByteKey", value => value);
        AssertSame<ulong, ulong>("LongKey", value => value);
        AssertSame<byte, byte>("Byte", value => value);
        AssertSame<uint, uint>("UInt32", value => value);
    }

    [TestMethod]
    public void WholeNumbers_AreExact()
    {
        AssertSame<sbyte, sbyte>("SByte", value => value);
        AssertSame<short, short>("Int16", value => value);
        AssertSame<int, int>("Int32", value => value);
        AssertSame<long, long>("Int64", value => value);
        AssertSame<ushort, ushort>("UInt16", value => value);
        AssertSame<ulong, ulong>("UInt64", value => value);
    }

    [TestMethod]
    public void Times_AreExact()
    {
        AssertSame<DateTime, DateTime>("Day", value => value);
        AssertSame<DateTime, DateTime>("Moment", value => value);
        AssertSame<DateTimeOffset, DateTimeOffset>("Instant", value => value);
        AssertSame<TimeSpan, TimeSpan>("Span", value => value);
    }

    [TestMethod]
    public void Decimals_AreExact()
    {
        AssertSame<double, double>("Double", value => value);
        AssertSame<double[], double>("Doubles", vector => vector[1]);
    }

    [TestMethod]
    public void Fractions_AreWithinAFloatOfTheirMode()
    {
        // A mode spans a few standard deviations, and a float of [−1, 1] has steps of 2⁻²⁴ at most.
        float[] singles = Tables.Column<float>(Decoded, "Single");
        for (var i = 0; i < Rows.Length; i++)
        {
            if (float.IsNaN(Rows[i].Single))
                Assert.IsTrue(float.IsNaN(singles[i]), $"row {i}");
            else
                Assert.AreEqual(Rows[i].Single, singles[i], 8 * Math.Pow(2, -24), $"row {i}");
        }
    }

    [TestMethod]
    public void Vectors_AreWithinAFloatOfTheirMode()
    {
        var vectors = Tables.Column<float[]>(Decoded, "Vector");
        for (var i = 0; i < Rows.Length; i++)
        {
            var vector = vectors[i];
            Assert.AreEqual(Rows[i].Vector[0], vector[0]);
            // exp(3 x): by its logarithm, whose error is relative.
            Assert.AreEqual(1, vector[1] / Rows[i].Vector[1], 1e-4, $"row {i}: {Rows[i].Vector[1]}");
            Assert.AreEqual(Rows[i].Vector[2], vector[2]);
        }
    }

    [TestMethod]
    public void Schema_IsThatOfTheTable()
    {
        Assert.HasCount(View.Schema.Count, Decoded.Schema);
        foreach (var (expected, actual) in View.Schema.Zip(Decoded.Schema))
        {
            Assert.AreEqual(expected.Name, actual.Name);
            Assert.AreEqual(expected.Type, actual.Type);
        }

        CollectionAssert.AreEqual(new[] { "flag", "heavy", "zeros" }, SlotNames.Of(Decoded.Schema["Vector"]).ToArray());
        VBuffer<float> keys = default;
        Decoded.Schema["LongKey"].GetKeyValues(ref keys);
        CollectionAssert.AreEqual(new[] { 0f, .5f, 1, 1.5f, 2, 2.5f, 3, 3.5f, 4 }, keys.DenseValues().ToArray());
        Assert.AreEqual("c", LabelNames.Of(Decoded.Schema["Key"])[2]);
    }

    [TestMethod]
    public void Layout_CoversTheRowWithoutGaps()
    {
        var start = 0;
        foreach (var block in Encoding.Layout.Blocks)
        {
            Assert.AreEqual(start, block.Start);
            start += block.Width;
            if (block.IsOneHot)
                Assert.HasCount(block.Width, block.Counts);
            if (block.IsCondition)
                Assert.AreEqual(1500, block.Counts.Sum());
        }

        Assert.AreEqual(Encoding.Layout.Width, start);
        CollectionAssert.AreEquivalent(
            new[] { "Byte", "UInt32", "Boolean", "Text", "Key", "ByteKey", "LongKey", "Vector[0]" },
            Encoding.Layout.Blocks.Where(block => block.IsCondition).Select(block => block.Column).ToArray());
    }

    [TestMethod]
    public void Categories_AreFoundByTheirText()
    {
        ITablePart Part(string column) => Encoding.Columns.Single(found => found.Schema.Name == column).Parts[0];

        CollectionAssert.AreEqual(new[] { "a", "b", "c", "d", "e", "missing" }, Part("Key").States.ToArray());
        Assert.AreEqual((2, 0f), Part("Key").Find("c"));
        Assert.AreEqual((5, 0f), Part("Key").Find(""));
        Assert.AreEqual((1, 0f), Part("LongKey").Find("0.5"));
        Assert.AreEqual((0, 0f), Part("Boolean").Find("false"));
        Assert.IsNull(Part("Text").Find("Rome"));
        Assert.IsNull(Part("Int32").Find("20"));

        // A rare key, 1 to 200 of which 100 are frequent, is found with a number that is decoded to it.
        for (var key = 1; key <= 200; key++)
        {
            var (state, number) = Part("ByteKey").Find($"{key}")!.Value;
            var row = new float[Part("ByteKey").Width()];
            (row[0], row[1 + state]) = (number, 1);
            Assert.AreEqual(key, ((ITablePart<long>)Part("ByteKey")).Decode(row));
        }
    }

    [TestMethod]
    public void EncodedRows_AreNumbersOfMinus1To1AndOneHotVectors()
    {
        var rows = Tables.Encoded(View, Encoding);
        for (var row = 0; row < Rows.Length; row++)
        {
            var numbers = rows.Values.Slice(row * rows.Width, rows.Width).ToArray();
            foreach (var block in Encoding.Layout.Blocks)
            {
                var own = numbers[block.Start..(block.Start + block.Width)];
                if (block.IsOneHot)
                    Assert.IsTrue(own.Count(value => value == 1) == 1 && own.Count(value => value == 0) == block.Width - 1);
                else
                    Assert.IsTrue(own[0] is >= -1 and <= 1);
            }
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(5000)]
    public void Batches_AreTheRowsOfMemory(int batch)
    {
        var expected = Tables.Encoded(View, Encoding).Values.ToArray();

        var actual = Encoding.Encode(View, seed: 5, batch).SelectMany(rows => rows.ToArray()).ToArray();

        CollectionAssert.AreEqual(expected, actual);
    }

    [TestMethod]
    public void Batches_NeedLittleMemory()
    {
        // A table that is stored once may need 1.3 times its size; what ML.NET's own cursor allocates does not count.
        Tables.One<double>[] all = [.. Enumerable.Range(0, 50_000).Select(i => new Tables.One<double> { X = Math.Sin(i) })];
        var view = new MLContext(1).Data.LoadFromEnumerable(all);
        var encoding = TableEncoding.Fit(view, Tables.Default, seed: 1);
        long Allocated(Action read)
        {
            read();
            var before = GC.GetAllocatedBytesForCurrentThread();
            read();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var reading = Allocated(() =>
        {
            using var cursor = view.GetRowCursor(view.Schema);
            var get = cursor.GetGetter<double>(view.Schema["X"]);
            for (var value = 0.0; cursor.MoveNext();)
                get(ref value);
        });
        var encodingToo = Allocated(() => Assert.AreEqual(50_000, encoding.Encode(view, seed: 1, 256).Sum(batch => batch.Length / encoding.Layout.Width)));

        Assert.IsLessThan(0.3 * encoding.Explain().Bytes, (double)(encodingToo - reading));
    }

    [TestMethod]
    public void Fit_OfEqualRowsAndSeed_IsTheSameEncoding() => Assert.AreEqual(
        TableMetadata.ToText(Encoding), TableMetadata.ToText(TableEncoding.Fit(View, Tables.Default, seed: 1)));

    [TestMethod]
    public void Metadata_ReadBack_IsTheSameEncoding()
    {
        var text = TableMetadata.ToText(Encoding);

        var read = TableMetadata.FromText(text);

        Assert.AreEqual(text, TableMetadata.ToText(read));
        var rows = Tables.Random(Encoding, 200);
        CollectionAssert.AreEqual(
            Tables.Column<double>(new DecodedView(Encoding, rows), "Double"), Tables.Column<double>(new DecodedView(read, rows), "Double"));
        CollectionAssert.AreEqual(Tables.Encoded(View, Encoding).Values.ToArray(), Tables.Encoded(View, read).Values.ToArray());
    }

    [TestMethod]
    public void ParallelCursors_GiveTheSameRows()
    {
        var expected = Tables.Column<int>(Decoded, "Int32");
        var columns = new int[8][];

        Parallel.For(0, 8, i => columns[i] = Tables.Column<int>(Decoded, "Int32"));

        foreach (var column in columns)
            CollectionAssert.AreEqual(expected, column);
    }

    private static void AssertSame<TRaw, T>(string column, Func<TRaw, T> value)
    {
        T[] expected = [.. Tables.Column<TRaw>(View, column).Select(value)], actual = [.. Tables.Column<TRaw>(Decoded, column).Select(value)];
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], actual[i], $"row {i} of '{column}'");
    }
}
