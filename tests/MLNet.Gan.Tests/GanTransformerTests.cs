using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests;

/// <summary>A row's sample is a pure function of the generator, the row's id or latent, and its label.</summary>
[TestClass]
public sealed class GanTransformerTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    public void Transform_UntilItIsRead_ReadsNothing()
    {
        var source = new CountingView(TestData.Points(300));
        var view = Context.Data.TakeRows(TestData.Plain.Transform(source), 4);
        Assert.AreEqual(0, source.RowsRead);

        Assert.HasCount(4, TestData.Read(view));

        Assert.AreEqual(64, source.RowsRead, "Samples are made 64 at once.");
        Assert.AreEqual(0, source.OpenCursors);
    }

    [TestMethod]
    public void Transform_PassesOtherColumnsOn()
    {
        var view = TestData.Plain.Transform(TestData.Points(4));

        CollectionAssert.AreEqual(
            new[] { "left", "right", "left", "right" }, view.GetColumn<string>("Name").ToArray());
        Assert.AreEqual(4, view.GetRowCount());
        Assert.AreEqual(TestData.Points(4).Schema.Count + 1, view.Schema.Count);
    }

    [TestMethod]
    public void Transform_ReadTwice_GivesEqualSamples()
    {
        var view = TestData.ByKey.Transform(TestData.Points(70));

        TestData.AssertSame(TestData.Read(view), TestData.Read(view));
    }

    [TestMethod]
    public void Transform_OfShuffledRows_GivesEachRowItsSample()
    {
        var points = TestData.Points(70);
        var expected = ById(TestData.Plain.Transform(points).CursorOf("Generated"));

        var shuffled = ById(TestData.Plain.Transform(Context.Data.ShuffleRows(points, seed: 3)).CursorOf("Generated"));

        Assert.IsFalse(expected.Keys.SequenceEqual(shuffled.Keys), "Nothing was shuffled.");
        AssertSame(expected, shuffled);
    }

    [TestMethod]
    public void Transform_ReadInRandomOrder_GivesEachRowItsSample()
    {
        var view = TestData.Plain.Transform(TestData.Points(70));

        var random = ById(view.GetRowCursor([view.Schema["Generated"]], new Random(1)));

        AssertSame(ById(view.CursorOf("Generated")), random);
    }

    [TestMethod]
    public void Transform_ReadBySeveralCursors_GivesEachRowItsSample()
    {
        // A cache splits its rows among cursors.
        var view = TestData.ByKey.Transform(Context.Data.Cache(TestData.Points(200)));

        var cursors = view.GetRowCursorSet([view.Schema["Generated"]], 3);

        Assert.IsTrue(cursors.Length > 1, "The rows were not split.");
        AssertSame(
            ById(view.CursorOf("Generated")),
            cursors.AsParallel().SelectMany(TestData.ReadWithIds).ToDictionary(row => row.Id, row => row.Sample));
    }

    [TestMethod]
    public void Transform_BehindACache_GivesTheSameSamples()
    {
        var view = TestData.Plain.Transform(TestData.Points(10));

        TestData.AssertSame(TestData.Read(view), TestData.Read(Context.Data.Cache(view, "Generated")));
    }

    [TestMethod]
    public void Transform_ReadByEightThreads_GivesEachTheSameSamples()
    {
        var view = TestData.ByKey.Transform(TestData.Points(100));
        var expected = TestData.Read(view);

        var read = OwnThreads.Run(8, _ => TestData.Read(view));

        foreach (var samples in read)
            TestData.AssertSame(expected, samples);
    }

    [TestMethod]
    public void Transform_WithALatentColumn_IsAFunctionOfLatentAndLabel()
    {
        var rows = TestData.Rows(6);
        rows[3].Latent = rows[5].Latent = rows[0].Latent;
        (rows[0].Label, rows[3].Label, rows[5].Label) = (0, 0, 1);

        var samples = TestData.Read(TestData.ByLatent.Transform(Context.Data.LoadFromEnumerable(rows)));

        CollectionAssert.AreEqual(samples[0], samples[3]);
        CollectionAssert.AreNotEqual(samples[0], samples[5]);
        TestData.AssertDistinct(samples.Where((_, row) => row != 3));
    }

    [TestMethod]
    public void Transform_WithALatentColumnOfAnotherSize_IsRefused()
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TestData.ByLatent.Transform(
            Context.Data.LoadFromEnumerable([new LongLatent { Label = 0, Latent = new float[5] }])));

        Assert.AreEqual("inputSchema", thrown.ParamName);
        StringAssert.StartsWith(thrown.Message,
            "Schema mismatch for latent column 'Latent': expected Vector<Single, 4>, got Vector<Single, 5>");
    }

    [TestMethod]
    public void Transform_OfALatentOfAnotherLength_NamesTheRow()
    {
        var view = TestData.ByLatent.Transform(Context.Data.LoadFromEnumerable<VariableLatent>(
            [new() { Label = 0, Latent = new float[4] }, new() { Label = 0, Latent = new float[3] }]));

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => TestData.Read(view));

        Assert.AreEqual("Row 1 of column 'Latent' has 3 values, but Vector(4) needs 4.", thrown.Message);
    }

    [TestMethod]
    public void Transform_OfAClassThatWasNotTrained_NamesRowAndClass()
    {
        var rows = TestData.Rows(3);
        rows[2].Number = 5;
        var view = TestData.ByNumber.Transform(Context.Data.LoadFromEnumerable(rows));

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => TestData.Read(view));

        Assert.AreEqual("Row 2 of label column 'Number' has class 5, but there are only 2 classes, 0 to 1.", thrown.Message);
    }

    [TestMethod]
    public void Transform_WithoutTheLabelColumn_IsRefused()
    {
        var view = Context.Data.LoadFromEnumerable([new GeneratedRow()]);

        foreach (var thrown in new[]
        {
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TestData.ByKey.Transform(view)),
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TestData.ByKey.GetOutputSchema(view.Schema)),
        })
            StringAssert.StartsWith(thrown.Message, "Could not find label column 'Label'");
    }

    [TestMethod]
    public void NullArguments_NameTheirParameter()
    {
        Assert.AreEqual("input", Assert.ThrowsExactly<ArgumentNullException>(() => TestData.Plain.Transform(null!)).ParamName);
        Assert.AreEqual("inputSchema",
            Assert.ThrowsExactly<ArgumentNullException>(() => TestData.Plain.GetOutputSchema(null!)).ParamName);
        Assert.AreEqual("labels",
            Assert.ThrowsExactly<ArgumentNullException>(() => TestData.ByKey.Generate(null!)).ParamName);
    }

    [TestMethod]
    public void Cursor_OfAColumnThatWasNotAskedFor_RefusesIt()
    {
        var view = TestData.Plain.Transform(TestData.Points(1));
        using var cursor = view.CursorOf("Name");

        Assert.IsFalse(cursor.IsColumnActive(view.Schema["Generated"]));
        var thrown = Assert.ThrowsExactly<InvalidOperationException>(
            () => cursor.GetGetter<VBuffer<float>>(view.Schema["Generated"]));

        StringAssert.StartsWith(thrown.Message, "Column 'Generated' is not active");
    }

    private static Dictionary<DataViewRowId, float[]> ById(DataViewRowCursor cursor) =>
        TestData.ReadWithIds(cursor).ToDictionary(row => row.Id, row => row.Sample);

    private static void AssertSame(Dictionary<DataViewRowId, float[]> expected, Dictionary<DataViewRowId, float[]> actual)
    {
        Assert.HasCount(expected.Count, actual);
        foreach (var (id, sample) in expected)
            CollectionAssert.AreEqual(sample, actual[id], $"{id}");
    }

    public sealed class LongLatent
    {
        [KeyType(2)]
        public uint Label { get; set; }

        [VectorType(5)]
        public float[] Latent { get; set; } = [];
    }

    public sealed class VariableLatent
    {
        [KeyType(2)]
        public uint Label { get; set; }

        public float[] Latent { get; set; } = [];
    }
}
