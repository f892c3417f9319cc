using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Tabular;

/// <summary>Columns that are hard to encode come back, and ONNX Runtime decodes them alike.</summary>
[TestClass]
public sealed class TableInputTests
{
    private static readonly Random Random = new(4);

    [TestMethod]
    public void Category_OfOneRow_HasAStateOfItsOwn()
    {
        string[] values = [.. Enumerable.Repeat("often", 999), "once"];

        var block = AssertSame(values).Layout.Blocks.Single();

        CollectionAssert.AreEqual(new long[] { 999, 1 }, block.Counts.ToArray());
        CollectionAssert.AreEqual(new[] { "often", "once" }, block.States.ToArray());
    }

    [TestMethod]
    public void Categories_BeyondTheMost_ComeBackOutOfOneState()
    {
        // Category k has 2 000 / k rows, at least one: 16 000 rows of 2 000 categories.
        string[] values = [.. Enumerable.Range(1, 2000).SelectMany(k => Enumerable.Repeat($"city {k}", 2000 / k))];

        var encoding = AssertSame(values);

        Assert.AreEqual(102, encoding.Layout.Width);
        Assert.AreEqual("other", encoding.Layout.Blocks[1].States[^1]);
        Assert.AreEqual(values.Length, encoding.Layout.Blocks[1].Counts.Sum());
        Assert.Contains("the 100 most frequent of 2000 values have a state of their own, and the others", encoding.Explain().Columns[0]);
    }

    [TestMethod]
    public void RareCategories_OfUniformNumbers_HaveTheirShares()
    {
        // Rare are b (30 rows) and c (10): three quarters of [−1, 1] are b's.
        var encoding = Tables.Fit([.. Enumerable.Repeat("a", 60), .. Enumerable.Repeat("b", 30), .. Enumerable.Repeat("c", 10)],
            new() { Name = "X", MaximumCategories = 1 });
        float[] rows = [.. Enumerable.Range(0, 1000).SelectMany(i => new[] { -1 + (i + 0.5f) / 500, 0, 1 })];

        var decoded = Tables.Column<ReadOnlyMemory<char>>(new DecodedView(encoding, new StoredRows(rows, 3)), "X");

        Assert.AreEqual(750, decoded.Count(text => text.ToString() == "b"));
        Assert.AreEqual(250, decoded.Count(text => text.ToString() == "c"));
    }

    [TestMethod]
    public void Text_WithSeparatorsAndSigns_ComesBack() => AssertSame(
        [.. Enumerable.Range(0, 60).Select(i => new[] { "a;b", "\"q\"", "line\nbreak", "\t", "Ünïcødé", "東京🏔", " ", "0", "\u0001" }[i % 9])]);

    [TestMethod]
    public void Text_WithEmptyValues_KeepsTheirRate() =>
        Assert.AreEqual(3, AssertSame(Enumerable.Range(0, 90).Select(i => i % 3 == 0 ? "" : i % 2 == 0 ? "x" : "y").ToArray()).Layout.Blocks[0].Width);

    [TestMethod]
    public void Integers_Beyond2To53_ComeBack() => AssertSame([.. Enumerable.Range(0, 500).Select(i => long.MaxValue - 977L * i)]);

    [TestMethod]
    public void Integers_OfTheWholeRange_ComeBackWithinAFloat()
    {
        long[] values = [.. Enumerable.Range(0, 500).Select(_ => Random.NextInt64(long.MinValue, long.MaxValue)), long.MinValue, long.MaxValue];

        var decoded = AssertOnnx(values);

        for (var i = 0; i < values.Length; i++)
            Assert.AreEqual(0, (double)((Int128)values[i] - decoded[i]), Math.Pow(2, 64 - 22), $"{values[i]}");
    }

    [TestMethod]
    public void Floats_WithOutliersOf1E30_KeepTheirBulk()
    {
        float[] values = [.. Enumerable.Range(0, 2000).Select(_ => (float)Normal()), 1e30f, -1e30f, 3e30f];

        var decoded = AssertOnnx(values, out var encoding);

        for (var i = 0; i < 2000; i++)
            Assert.AreEqual(values[i], decoded[i], 1e-5, $"row {i}");
        for (var i = 2000; i < 2003; i++)
            Assert.AreEqual(1, decoded[i] / values[i], 1e-4, $"row {i}");
        Assert.Contains("by their logarithm, since a tail is long", encoding.Explain().Columns[0]);
    }

    [TestMethod]
    public void Numbers_AllMissing_AreMissing()
    {
        var view = new MLContext(1).Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new Two { X = float.NaN, Y = i % 2 }));
        var encoding = TableEncoding.Fit(view, Tables.Default, seed: 1);

        Assert.IsTrue(Tables.Column<float>(Tables.RoundTrip(view, encoding), "X").All(float.IsNaN));
        Assert.AreEqual("'X' is missing in all rows, and in all generated ones.", encoding.Explain().Columns[0]);
        Assert.IsTrue(((float[])TableDecoderTests.Run(TableDecoderTests.File(encoding), Tables.Random(encoding, 9))["X"]).All(float.IsNaN));
    }

    [TestMethod]
    public void Numbers_99PercentMissing_ComeBack() =>
        AssertSame(Enumerable.Range(0, 5000).Select(i => i % 100 == 0 ? Math.Round(Normal(), 3) : double.NaN).ToArray());

    [TestMethod]
    public void Numbers_MostlyZero_HaveAStateForIt()
    {
        var encoding = AssertSame(Enumerable.Range(0, 2000).Select(i => i % 10 == 0 ? i : 0).ToArray());

        Assert.AreEqual("0", encoding.Layout.Blocks[1].States[^1]);
        Assert.AreEqual(1801, encoding.Layout.Blocks[1].Counts[^1]);
        Assert.Contains("; 0 (90.05 %) is a state of its own", encoding.Explain().Columns[0]);
    }

    [TestMethod]
    public void Rows_Two_ComeBack()
    {
        AssertSame([1.5, 2.25]);
        AssertSame(["one", "two"]);
        AssertSame([7, 90_000]);
    }

    [TestMethod]
    public void Constant_BesideAnotherColumn_IsItself()
    {
        var view = new MLContext(1).Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new Two { X = 0.1f, Y = i }));
        var encoding = TableEncoding.Fit(view, Tables.Default, seed: 1);

        Assert.IsTrue(Tables.Column<float>(Tables.RoundTrip(view, encoding), "X").All(value => value == 0.1f));
        Assert.AreEqual("'X' is '0.1' in all rows, and in all generated ones.", encoding.Explain().Columns[0]);
        Assert.IsFalse(encoding.Layout.Blocks.Any(block => block.Column == "X"));
    }

    [TestMethod]
    public void NegativeZero_IsZero()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => i % 2 == 0 ? -0.0 : i % 3 == 0 ? 0.0 : 1.0)];

        Assert.AreEqual(2, Tables.Fit(values).Layout.Width);
        Assert.IsFalse(Tables.RoundTrip(values).Any(value => value == 0 && double.IsNegative(value)));
    }

    [TestMethod]
    public void Dates_Before1970_ComeBack() =>
        AssertSame([.. Enumerable.Range(0, 400).Select(i => new DateTime(1, 1, 2).AddDays(i * 1871L))]);

    [TestMethod]
    public void Instants_OfSeveralOffsets_AreInUtc()
    {
        DateTimeOffset[] values = [.. Enumerable.Range(0, 100).Select(i => new DateTimeOffset(2024, 1, 1, i % 24, 0, 0, TimeSpan.FromHours(i % 3)).AddDays(i))];

        var decoded = AssertOnnx(values);

        for (var i = 0; i < values.Length; i++)
        {
            Assert.AreEqual(values[i].UtcTicks, decoded[i].UtcTicks);
            Assert.AreEqual(TimeSpan.Zero, decoded[i].Offset);
        }
    }

    [TestMethod]
    public void Times_OfTicks_AreRoundedToThem() => Assert.Contains(
        "a time in steps of 1.00:00:00", Tables.Fit(Enumerable.Range(0, 500).Select(i => new DateTime(2020, 1, 1, 6, 30, 0).AddDays(i))).Explain().Columns[0]);

    [TestMethod]
    public void Vectors_ThatAreSparse_ComeBackDense()
    {
        var view = new MLContext(1).Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new Sparse
        {
            X = i % 4 == 0 ? new(4, 0, [], []) : new(4, 1, [i], [i % 3]),
        }));
        var encoding = TableEncoding.Fit(view, Tables.Default, seed: 1);

        var decoded = Tables.Column<float[]>(Tables.RoundTrip(view, encoding), "X");

        for (var i = 0; i < 100; i++)
        {
            var expected = new float[4];
            expected[i % 3] = i % 4 == 0 ? 0 : i;
            CollectionAssert.AreEqual(expected, decoded[i], $"row {i}");
        }

        Assert.AreEqual("'X[3]' is '0' in all rows, and in all generated ones.", encoding.Explain().Columns[3]);
    }

    [TestMethod]
    public void HiddenColumns_AreLeftOut()
    {
        var context = new MLContext(1);
        var view = context.Transforms.CopyColumns("X", "Y").Fit(Of()).Transform(Of());

        var encoding = TableEncoding.Fit(view, Tables.Default, seed: 1);

        CollectionAssert.AreEquivalent(new[] { "Y", "X" }, encoding.Columns.Select(column => column.Schema.Name).ToArray());
        CollectionAssert.AreEqual(Enumerable.Range(0, 50).Select(i => (float)i).ToArray(), Tables.Column<float>(Tables.RoundTrip(view, encoding), "X"));

        IDataView Of() => context.Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new Two { X = -i, Y = i }));
    }

    [TestMethod]
    public void Keys_WithMissingOnes_ComeBack()
    {
        var view = new MLContext(1).Data.LoadFromEnumerable(Enumerable.Range(0, 60).Select(i => new Keyed { X = (uint)(i % 7) })); // 4 to 6: missing.
        var encoding = TableEncoding.Fit(view, Tables.Default, seed: 1);

        CollectionAssert.AreEqual(Tables.Column<uint>(view, "X"), Tables.Column<uint>(Tables.RoundTrip(view, encoding), "X"));
        CollectionAssert.AreEqual(new[] { "1", "2", "3", "4", "missing" }, encoding.Layout.Blocks[0].States.ToArray());
    }

    private static TableEncoding AssertSame<T>(IReadOnlyList<T> values)
    {
        var decoded = AssertOnnx(values, out var encoding);
        for (var i = 0; i < values.Count; i++)
            Assert.AreEqual(values[i], decoded[i], $"row {i}");
        return encoding;
    }

    private static T[] AssertOnnx<T>(IReadOnlyList<T> values) => AssertOnnx(values, out _);

    /// <summary>The values after a round trip; ONNX Runtime decodes random rows as C# does.</summary>
    private static T[] AssertOnnx<T>(IReadOnlyList<T> values, out TableEncoding encoding)
    {
        var view = Tables.Of(values);
        encoding = TableEncoding.Fit(view, Tables.Default, seed: 3);
        var random = Tables.Random(encoding, 500);
        var expected = Stored(new DecodedView(encoding, random));
        var actual = TableDecoderTests.Run(TableDecoderTests.File(encoding), random)["X"].Cast<object>().ToArray();
        for (var i = 0; i < 500; i++)
        {
            if (expected[i] is float single && !float.IsNaN(single))
                Assert.AreEqual(single, (float)actual[i], 1e-6 * Math.Abs(single), $"random row {i}");
            else
                Assert.AreEqual(expected[i], actual[i], $"random row {i}");
        }

        return Values(Tables.RoundTrip(view, encoding));

        object[] Stored(IDataView decoded) => [.. Values(decoded).Select(value => (object)value! switch
        {
            DateTime time => time.Ticks,
            DateTimeOffset time => time.UtcTicks,
            int number => (long)number,
            var other => other!,
        })];

        T[] Values(IDataView decoded) => typeof(T) == typeof(string)
            ? [.. Tables.Column<ReadOnlyMemory<char>>(decoded, "X").Select(text => (T)(object)text.ToString())]
            : Tables.Column<T>(decoded, "X");
    }

    private static double Normal() => Math.Sqrt(-2 * Math.Log(1 - Random.NextDouble())) * Math.Cos(2 * Math.PI * Random.NextDouble());

    private sealed class Two
    {
        public float X { get; set; }
        public float Y { get; set; }
    }

    private sealed class Sparse
    {
        [VectorType(4)]
        public VBuffer<float> X { get; set; }
    }

    private sealed class Keyed
    {
        [KeyType(4)]
        public uint X { get; set; }
    }
}
