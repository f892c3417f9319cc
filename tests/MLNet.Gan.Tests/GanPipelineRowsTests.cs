using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests;

/// <summary>In a loaded pipeline, too, a sample is a function of its row, whoever reads it and how.</summary>
[TestClass]
public sealed class GanPipelineRowsTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    public void Load_Of100000Rows_GivesEachTheOriginalsSample()
    {
        var rows = Placed(100_000);
        var expected = TestData.Read(TestData.Plain.Transform(rows));

        var read = Read(Saved.AndLoaded(TestData.Plain).Transform(rows));

        Assert.HasCount(100_000, read);
        for (var row = 0; row < read.Count; row++)
            AssertSample(row, expected, read[row]);
    }

    [TestMethod]
    public void Load_ReadTwice_GivesEachRowItsSample() => AssertSamples(6_000, view => [.. Read(view), .. Read(view)]);

    [TestMethod]
    public void Load_ThenShuffled_GivesEachRowItsSample()
    {
        var places = AssertSamples(3_000, view => Read(Context.Data.ShuffleRows(view, seed: 2)));

        Assert.IsFalse(places.Order().SequenceEqual(places), "Nothing was shuffled.");
    }

    [TestMethod]
    public void Load_ReadByACursorWithARandom_GivesEachRowItsSample() =>
        AssertSamples(3_000, view => Read(view.GetRowCursor(view.Schema, new Random(2))));

    [TestMethod]
    public void Load_ThenCached_GivesEachRowItsSample() => AssertSamples(3_000, view => Read(Context.Data.Cache(view)));

    [TestMethod]
    public void Load_ThenWithRowsLeftOut_GivesTheOthersTheirSamples() => AssertSamples(1_290, view => Read(
        Context.Data.SkipRows(Context.Data.FilterRowsByColumn(view, nameof(PlacedRow.Place), 700, 2_000), 10)));

    [TestMethod]
    [DataRow(1)]
    [DataRow(4)]
    public void Load_ReadByASetOfCursors_GivesEachRowItsSample(int count) =>
        AssertSamples(3_000, view => ReadSet(view, count));

    private static List<int> AssertSamples(int count, Func<IDataView, List<(int Place, float[] Sample)>> read)
    {
        var rows = Placed(3_000);
        var expected = TestData.Read(TestData.Plain.Transform(rows));

        var seen = read(Saved.AndLoaded(TestData.Plain).Transform(rows));

        Assert.HasCount(count, seen);
        foreach (var row in seen)
            AssertSample(row.Place, expected, row);
        return [.. seen.Select(row => row.Place)];
    }

    private static void AssertSample(int place, List<float[]> expected, (int Place, float[] Sample) row)
    {
        Assert.AreEqual(place, row.Place);
        CollectionAssert.AreEqual(expected[place], row.Sample, $"Row {place} differs.");
    }

    private static List<(int Place, float[] Sample)> ReadSet(IDataView view, int count)
    {
        var cursors = view.GetRowCursorSet(view.Schema, count);
        Assert.HasCount(count, cursors);
        return [.. OwnThreads.Run(count, i => Read(cursors[i])).SelectMany(rows => rows)];
    }

    private static List<(int Place, float[] Sample)> Read(IDataView view) => Read(view.GetRowCursor(view.Schema));

    private static List<(int Place, float[] Sample)> Read(DataViewRowCursor cursor)
    {
        List<(int, float[])> rows = [];
        using (cursor)
        {
            var getPlace = cursor.GetGetter<float>(cursor.Schema[nameof(PlacedRow.Place)]);
            var getSample = cursor.GetGetter<VBuffer<float>>(cursor.Schema["Generated"]);
            var (place, sample) = (0f, default(VBuffer<float>));
            while (cursor.MoveNext())
            {
                getPlace(ref place);
                getSample(ref sample);
                rows.Add(((int)place, [.. sample.DenseValues()]));
            }
        }

        return rows;
    }

    private static IDataView Placed(int count) => Context.Data.LoadFromEnumerable(
        Enumerable.Range(0, count).Select(place => new PlacedRow { Place = place }).ToArray());

    public sealed class PlacedRow
    {
        public float Place { get; set; }
    }
}
