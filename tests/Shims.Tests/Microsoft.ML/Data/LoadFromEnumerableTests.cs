using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests.Data;

[TestClass]
public sealed class LoadFromEnumerableTests
{
    private static readonly DataOperationsCatalog Data = Some.Context.Data;

    [TestMethod]
    public void Schema_OfAClass_FollowsItsMembers()
    {
        var schema = Data.LoadFromEnumerable([new Everything()]).Schema;
        Assert.AreEqual(TextDataViewType.Instance, schema["Text"].Type);
        Assert.AreEqual(TextDataViewType.Instance, schema["Memory"].Type);
        Assert.AreEqual(NumberDataViewType.Int64, schema["Renamed"].Type);
        Assert.AreEqual(new KeyDataViewType(typeof(uint), 4), schema["Key"].Type);
        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Byte, 2, 3), schema["Bytes"].Type);
        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single), schema["Unsized"].Type);
        Assert.AreEqual(new VectorDataViewType(TextDataViewType.Instance), schema["Words"].Type);
        Assert.AreEqual(BooleanDataViewType.Instance, schema["Field"].Type);
        Assert.IsNull(schema.GetColumnOrNull("Ignored"));
        Assert.IsNull(schema.GetColumnOrNull("Number"));
    }

    [TestMethod]
    public void Rows_ThereAndBack_AreEqual()
    {
        Everything row = new()
        {
            Text = "t",
            Memory = "m".AsMemory(),
            Number = 7,
            Key = 4,
            Bytes = [1, 2, 3, 4, 5, 6],
            Unsized = new(3, 1, [5f], [2]),
            Words = ["a", "b"],
            Field = true,
            Real = 0.5,
        };
        var back = Data.CreateEnumerable<Everything>(Data.LoadFromEnumerable([row]), reuseRowObject: false).Single();
        Assert.AreEqual("t m 7 4 True 0.5", $"{back.Text} {back.Memory} {back.Number} {back.Key} {back.Field} {back.Real}");
        CollectionAssert.AreEqual(row.Bytes, back.Bytes);
        CollectionAssert.AreEqual(row.Words, back.Words);
        CollectionAssert.AreEqual(new[] { 0f, 0, 5 }, back.Unsized.DenseValues().ToArray());
    }

    [TestMethod]
    public void Definition_WithNameAndType_DecidesTheColumn()
    {
        var definition = SchemaDefinition.Create(typeof(Bare));
        var column = definition["Values"];
        column.ColumnName = "Features";
        column.ColumnType = new VectorDataViewType(NumberDataViewType.Single, 3);
        definition["Class"].ColumnType = new KeyDataViewType(typeof(uint), 9);

        var view = Data.LoadFromEnumerable([new Bare { Values = [1, 2, 3] }], definition);
        Assert.AreEqual(3, ((VectorDataViewType)view.Schema["Features"].Type).Size);
        Assert.AreEqual(9UL, ((KeyDataViewType)view.Schema["Class"].Type).Count);
        CollectionAssert.AreEqual(new float[] { 1, 2, 3 }, view.Vectors("Features").Single());
    }

    [TestMethod]
    public void Definition_WithATypeThatTheMemberDoesNotHold_Throws()
    {
        var definition = SchemaDefinition.Create(typeof(Bare));
        definition["Class"].ColumnType = NumberDataViewType.Double;
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Data.LoadFromEnumerable([new Bare()], definition));
    }

    [TestMethod]
    public void Schema_GivenForSizes_DecidesTheTypes()
    {
        var schema = Some.Schema(("Values", new VectorDataViewType(NumberDataViewType.Single, 2)));
        var view = Data.LoadFromEnumerable([new Bare { Values = [1, 2] }], schema);
        Assert.AreEqual(2, ((VectorDataViewType)view.Schema["Values"].Type).Size);
        Assert.AreEqual(NumberDataViewType.UInt32, view.Schema["Class"].Type);
    }

    [TestMethod]
    public void Member_OfAnUnknownType_Throws()
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Data.LoadFromEnumerable([new Odd()]));
        Assert.Contains("Could not determine an IDataView type and registered custom types for member Value", thrown.Message);
    }

    [TestMethod]
    public void List_Shuffled_KeepsTheRowIds()
    {
        var view = Some.Points(200);
        Assert.IsTrue(view.CanShuffle);
        Assert.AreEqual(200, view.GetRowCount());
        var inOrder = Some.Read(view);
        var shuffled = Some.Read(view, new Random(3));
        Assert.IsFalse(inOrder.SequenceEqual(shuffled));
        CollectionAssert.AreEquivalent(inOrder, shuffled);
    }

    [TestMethod]
    public void List_ReadByACursorSet_GivesEachRowOnce()
    {
        var view = Some.Points(500);
        var cursors = view.GetRowCursorSet([view.Schema["X"]], 3);
        Assert.HasCount(3, cursors);
        CollectionAssert.AreEquivalent(Some.Read(view), cursors.SelectMany(Some.Read).ToList());
    }

    [TestMethod]
    public void Sequence_WithoutALength_IsReadInOrder()
    {
        var view = Data.LoadFromEnumerable(Enumerable.Range(0, 5).Select(Some.Point));
        Assert.IsFalse(view.CanShuffle);
        Assert.IsNull(view.GetRowCount());
        Assert.AreEqual("0 1 2 3 4", string.Join(' ', Some.Read(view, new Random(1)).Select(row => row.X)));
    }

    [TestMethod]
    public void Getter_OfAnInactiveColumnOrAWrongType_Throws()
    {
        var view = Some.Points(1);
        using var cursor = view.GetRowCursor([view.Schema["X"]]);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => cursor.GetGetter<uint>(view.Schema["Label"]));
        Assert.ThrowsExactly<InvalidOperationException>(() => cursor.GetGetter<float>(view.Schema["X"]));
    }

    [TestMethod]
    public void CreateEnumerable_OfAColumnThatDoesNotFit_Throws()
    {
        Assert.ThrowsExactly<InvalidOperationException>(() => Data.CreateEnumerable<Bare>(Some.Points(1), reuseRowObject: false));
        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => Data.CreateEnumerable<WrongPoint>(Some.Points(1), reuseRowObject: false));
        Assert.AreEqual(
            "Can't bind the IDataView column 'X' of type 'Vector<Single, 2>' to field or property 'Point' of type 'System.Single'.",
            thrown.Message);
        var row = Data.CreateEnumerable<Bare>(Some.Points(1), reuseRowObject: false, ignoreMissingColumns: true).Single();
        Assert.AreEqual(0u, row.Class);
    }

    [TestMethod]
    public void CreateEnumerable_WithReuse_YieldsOneObject()
    {
        Assert.HasCount(1, Data.CreateEnumerable<Point>(Some.Points(5), reuseRowObject: true).Distinct().ToList());
        var rows = Data.CreateEnumerable<Point>(Some.Points(5), reuseRowObject: false).ToList();
        Assert.AreEqual("0 1 2 3 4", string.Join(' ', rows.Select(row => row.X[0])));
    }

    private sealed class Everything
    {
        public string Text { get; set; } = "";

        public ReadOnlyMemory<char> Memory { get; set; }

        [ColumnName("Renamed")]
        public long Number { get; set; }

        [KeyType(4)]
        public uint Key { get; set; }

        [VectorType(2, 3)]
        public byte[] Bytes { get; set; } = [];

        public VBuffer<float> Unsized { get; set; }

        public string[] Words { get; set; } = [];

        public double Real { get; set; }

        [NoColumn]
        public object Ignored { get; set; } = "";

        public bool Field;
    }

    private sealed class Bare
    {
        public float[] Values { get; set; } = [];

        public uint Class { get; set; }
    }

    private sealed class WrongPoint
    {
        [ColumnName("X")]
        public float Point { get; set; }
    }

    private sealed class Odd
    {
        public Uri? Value { get; set; }
    }
}
