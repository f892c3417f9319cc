using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;

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
    [DataRow("twice")]
    [DataRow("shuffled")]
    [DataRow("of shuffled rows of a cursor")]
    [DataRow("cached")]
    [DataRow("with rows left out")]
    [DataRow("by four cursors")]
    [DataRow("by one cursor of a set")]
    public void Load_ReadInEveryWay_GivesEachRowItsSample(string way)
    {
        var rows = Placed(3_000);
        var expected = TestData.Read(TestData.Plain.Transform(rows));
        var view = Saved.AndLoaded(TestData.Plain).Transform(rows);

        var read = way switch
        {
            "twice" => [.. Read(view), .. Read(view)],
            "shuffled" => Read(Context.Data.ShuffleRows(view, seed: 2)),
            "of shuffled rows of a cursor" => Read(view.GetRowCursor(view.Schema, new Random(2))),
            "cached" => Read(Context.Data.Cache(view)),
            "with rows left out" => Read(Context.Data.SkipRows(
                Context.Data.FilterRowsByColumn(view, nameof(PlacedRow.Place), 700, 2_000), 10)),
            "by four cursors" => ReadSet(view, 4),
            _ => ReadSet(view, 1),
        };

        Assert.AreEqual(way switch { "twice" => 6_000, "with rows left out" => 1_290, _ => 3_000 }, read.Count);
        Assert.AreEqual(way is "shuffled", !read.Select(row => row.Place).Take(2_000).Order().SequenceEqual(
            read.Select(row => row.Place).Take(2_000)) && way is not "by four cursors");
        foreach (var row in read)
            AssertSample(row.Place, expected, row);
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
        var read = new List<(int, float[])>[count];
        var threads = cursors.Select((cursor, i) => new Thread(() => read[i] = Read(cursor))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return [.. read.SelectMany(rows => rows)];
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
