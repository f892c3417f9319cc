using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests.Data;

[TestClass]
public sealed class LookAheadCursorTests
{
    private static readonly MLContext Context = TestData.Context;
    private readonly Counter _counter = new();

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    [DataRow(64, 1)]
    [DataRow(65, 2)]
    [DataRow(200, 4)]
    public void Read_OfManyRows_ComputesSixtyFourAtOnce(int rows, int batches)
    {
        var sums = TestData.Read(Summed(TestData.Points(rows)), "Sum");

        CollectionAssert.AreEqual(
            TestData.Rows(rows).Select(row => row.Features.Sum()).ToArray(), sums.Select(sum => sum[0]).ToArray());
        Assert.AreEqual(batches, _counter.Calls);
    }

    [TestMethod]
    public void Read_PassesTheOtherColumnsOfEveryTypeAndTheIds()
    {
        var source = Context.Data.LoadFromEnumerable(Enumerable.Range(0, 150).Select(row => new Mixed
        {
            Features = [row, 1], Text = $"row {row}", Names = [$"a{row}", "b"], Number = row, Flag = row % 3 == 0,
        }).ToArray());
        var view = Summed(source);

        using var cursor = view.GetRowCursor(view.Schema);
        using var original = source.GetRowCursor(source.Schema);
        var (id, originalId) = (cursor.GetIdGetter(), original.GetIdGetter());
        var text = cursor.GetGetter<ReadOnlyMemory<char>>(view.Schema["Text"]);
        var names = cursor.GetGetter<VBuffer<ReadOnlyMemory<char>>>(view.Schema["Names"]);
        var number = cursor.GetGetter<double>(view.Schema["Number"]);
        var flag = cursor.GetGetter<bool>(view.Schema["Flag"]);
        var sum = cursor.GetGetter<VBuffer<float>>(view.Schema["Sum"]);
        for (var row = 0; row < 150; row++)
        {
            Assert.IsTrue(cursor.MoveNext() && original.MoveNext());
            (DataViewRowId here, DataViewRowId there) = (default, default);
            id(ref here);
            originalId(ref there);
            Assert.AreEqual(there, here);
            Assert.AreEqual(row, cursor.Position);
            Assert.AreEqual(original.Batch, cursor.Batch);

            (ReadOnlyMemory<char> said, VBuffer<ReadOnlyMemory<char>> called) = (default, default);
            (double counted, bool flagged, VBuffer<float> summed) = (0, false, default);
            text(ref said);
            names(ref called);
            number(ref counted);
            flag(ref flagged);
            sum(ref summed);
            Assert.AreEqual($"row {row}", said.ToString());
            Assert.AreEqual($"a{row}", called.GetValues()[0].ToString());
            Assert.AreEqual((row, row % 3 == 0), (counted, flagged));
            Assert.AreEqual(row + 1, summed.GetValues()[0]);
        }

        Assert.IsFalse(cursor.MoveNext());
        Assert.IsFalse(cursor.MoveNext());
        Assert.AreEqual(-1, cursor.Position);
    }

    [TestMethod]
    public void Read_OfTheOtherColumnsAlone_ComputesNothing()
    {
        var view = Summed(TestData.Points(10));

        Assert.HasCount(10, TestData.Read(view, "Features"));
        Assert.AreEqual(0, _counter.Calls);
    }

    [TestMethod]
    public void Getter_BeforeTheFirstRow_IsRefused()
    {
        var view = Summed(TestData.Points(1));
        using var cursor = view.CursorOf("Sum");
        var getter = cursor.GetGetter<VBuffer<float>>(view.Schema["Sum"]);

        VBuffer<float> value = default;
        Assert.ThrowsExactly<InvalidOperationException>(() => getter(ref value));
        Assert.ThrowsExactly<InvalidOperationException>(() => cursor.GetGetter<float>(view.Schema["Sum"]));
        Assert.ThrowsExactly<InvalidOperationException>(
            () => cursor.GetGetter<VBuffer<float>>(view.Schema["Features"]));
    }

    [TestMethod]
    public void Values_ThatWerePassedOn_StayAsTheyWere()
    {
        // 65 rows: the second batch must not write into what was handed out of the first.
        var seen = TestData.Read(Summed(TestData.Points(65)), "Features");

        TestData.AssertSame([.. TestData.Rows(65).Select(row => row.Features)], seen);
    }

    private IDataView Summed(IDataView points) =>
        Context.Gan.Features("Sum", "Features", _counter).Fit(points).Transform(points);

    private sealed class Mixed
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];

        public string Text { get; set; } = "";

        [VectorType(2)]
        public string[] Names { get; set; } = [];

        public double Number { get; set; }

        public bool Flag { get; set; }
    }

    /// <summary>The sum of two numbers, and how often sums were asked for.</summary>
    private sealed class Counter : IFeatureExtractor
    {
        public int Calls { get; private set; }

        public string Name => "sum";

        public int InputSize => 2;

        public int FeatureSize => 1;

        public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features)
        {
            Calls++;
            for (var i = 0; i < count; i++)
                features.Span[i] = samples.Span[2 * i] + samples.Span[2 * i + 1];
        }
    }
}
