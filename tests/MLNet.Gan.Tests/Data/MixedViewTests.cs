using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Data;

[TestClass]
public sealed class MixedViewTests
{
    private static readonly MLContext Context = new(seed: 1);

    [TestMethod]
    public void Rows_AreBothViews_InTheirOrders_AndMixed()
    {
        var names = Mixed().GetColumn<string>("Name").ToArray();

        CollectionAssert.AreEqual(Names("real", 30), names.Where(name => name.StartsWith("real", StringComparison.Ordinal)).ToArray());
        CollectionAssert.AreEqual(Names("added", 20), names.Where(name => name.StartsWith("added", StringComparison.Ordinal)).ToArray());
        Assert.IsGreaterThan(10, names.Zip(names.Skip(1)).Count(pair => pair.First[0] != pair.Second[0])); // Not one block.
        CollectionAssert.AreEqual(names, Mixed().GetColumn<string>("Name").ToArray());
    }

    [TestMethod]
    public void ColumnsThatAddedRowsLack_AreMissing()
    {
        var added = Context.Transforms.SelectColumns("Name").Fit(Named("added", 20)).Transform(Named("added", 20));

        var rows = Context.Data.CreateEnumerable<Thing>(new MixedView(Named("real", 30), 30, added, 20, seed: 1), reuseRowObject: false).ToList();

        foreach (var row in rows.Where(row => row.Name.StartsWith("added", StringComparison.Ordinal)))
        {
            Assert.AreEqual((true, false, ""), (float.IsNaN(row.Number), row.Flag, row.Text));
            Assert.IsTrue(row.Vector is [float.NaN, float.NaN]);
            Assert.IsTrue(double.IsNaN(row.Wide));
        }

        var view = new MixedView(Named("real", 30), 30, added, 20, seed: 1);
        Assert.IsEmpty(view.MissingRead);
        _ = view.GetColumn<string>("Name").ToList();
        Assert.IsEmpty(view.MissingRead);
        _ = view.GetColumn<float>("Number").ToList();
        CollectionAssert.AreEqual(new[] { "Number" }, view.MissingRead.ToArray());

        Assert.IsTrue(rows.Where(row => row.Name.StartsWith("real", StringComparison.Ordinal)).All(row => row is { Flag: true, Number: 1 }));
    }

    [TestMethod]
    public void Ids_AreAllDifferent()
    {
        using var cursor = Mixed().GetRowCursor([]);
        var get = cursor.GetIdGetter();
        HashSet<DataViewRowId> ids = [];
        while (cursor.MoveNext())
        {
            DataViewRowId id = default;
            get(ref id);
            ids.Add(id);
        }

        Assert.HasCount(50, ids);
        Assert.IsFalse(cursor.MoveNext());
        Assert.AreEqual(-1, cursor.Position);
    }

    [TestMethod]
    public void MlNetsRowOperations_Work()
    {
        var all = Names("real", 30).Concat(Names("added", 20)).ToArray();

        CollectionAssert.AreEqual(Mixed().GetColumn<string>("Name").ToArray(), Context.Data.Cache(Mixed()).GetColumn<string>("Name").ToArray());
        CollectionAssert.AreEquivalent(all, Context.Data.ShuffleRows(Mixed(), seed: 2).GetColumn<string>("Name").ToArray());
        CollectionAssert.AreEquivalent(all, Context.Data.ShuffleRows(Context.Data.Cache(Mixed()), seed: 2).GetColumn<string>("Name").ToArray());
        var split = Context.Data.TrainTestSplit(Mixed(), 0.3);
        CollectionAssert.AreEquivalent(all, split.TrainSet.GetColumn<string>("Name").Concat(split.TestSet.GetColumn<string>("Name")).ToArray());
        Assert.AreEqual(10, Mixed().Preview(10).RowView.Length);
    }

    [TestMethod]
    public void Cursors_OfManyThreads_AreIndependent()
    {
        var view = Mixed();
        var expected = view.GetColumn<string>("Name").ToArray();

        var read = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => view.GetColumn<string>("Name").ToArray()).ToList();

        Assert.IsTrue(read.All(names => names.SequenceEqual(expected)));
    }

    [TestMethod]
    [DataRow(29, "The training rows ended at row")]
    [DataRow(31, "The training rows do not end, but there were fewer at the first pass. Cache the view: ml.Data.Cache(rows).")]
    public void OtherRowsThanAtTheFirstPass_AreRefused(int count, string message)
    {
        var view = new MixedView(Named("real", count), 30, Named("added", 20), 20, seed: 1);

        Assert.StartsWith(message, Assert.ThrowsExactly<InvalidOperationException>(() => view.GetColumn<string>("Name").ToList()).Message);
    }

    [TestMethod]
    public void AnotherType_IsRefused()
    {
        var added = Context.Transforms.Conversion.ConvertType("Number", outputKind: DataKind.Double).Fit(Named("added", 3)).Transform(Named("added", 3));

        Assert.StartsWith("Column 'Number' of the rows to add is of type Double, but of the training rows it is of type Single.",
            Assert.ThrowsExactly<InvalidOperationException>(() => new MixedView(Named("real", 3), 3, added, 3, 0)).Message);
    }

    [TestMethod]
    public void ColumnThatWasNotAskedFor_IsRefused()
    {
        var view = Mixed();
        using var cursor = view.GetRowCursor([view.Schema["Name"]]);

        Assert.ThrowsExactly<InvalidOperationException>(() => cursor.GetGetter<float>(view.Schema["Number"]));
    }

    private static MixedView Mixed() => new(Named("real", 30), 30, Named("added", 20), 20, seed: 1);

    private static string[] Names(string name, int count) => [.. Enumerable.Range(0, count).Select(row => $"{name} {row}")];

    private static IDataView Named(string name, int count) => Context.Data.LoadFromEnumerable(Names(name, count)
        .Select(text => new Thing { Name = text, Number = 1, Wide = 1, Flag = true, Text = "x", Vector = [1, 2] }));

    private sealed class Thing
    {
        public string Name { get; set; } = "";

        public float Number { get; set; }

        public double Wide { get; set; }

        public bool Flag { get; set; }

        public string Text { get; set; } = "";

        [VectorType(2)]
        public float[] Vector { get; set; } = [];
    }
}
