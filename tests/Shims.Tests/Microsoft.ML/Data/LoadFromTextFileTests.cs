using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests;

[TestClass]
public sealed class LoadFromTextFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.txt");

    [TestMethod]
    public void View_OfLines_HasTheirNumbers()
    {
        // The empty line is no row; "x" is no number; the last line lacks a field, and the third has one too many.
        var view = View("name,a,b\n1, -2.5,3e2\n\n4,x,\n5,6,7,8\n9,10\n", ',', hasHeader: true);

        CollectionAssert.AreEqual(new float[] { 1, 4, 5, 9 }, view.GetColumn<float>("One").ToArray());
        var vectors = view.GetColumn<float[]>("Two").ToArray();
        CollectionAssert.AreEqual(new[] { -2.5f, 300 }, vectors[0]);
        CollectionAssert.AreEqual(new[] { float.NaN, 0 }, vectors[1]);
        CollectionAssert.AreEqual(new float[] { 6, 7 }, vectors[2]);
        CollectionAssert.AreEqual(new float[] { 10, 0 }, vectors[3]);
        Assert.IsNull(view.GetRowCount());
    }

    [TestMethod]
    public void Cursor_WithoutColumns_CountsRows()
    {
        using var cursor = View("1\t2\t3\n4\t5\t6\n").GetRowCursor([]);

        Assert.IsTrue(cursor.MoveNext());
        Assert.IsTrue(cursor.MoveNext());
        Assert.AreEqual(1, cursor.Position);
        Assert.IsFalse(cursor.MoveNext());
        Assert.AreEqual(-1, cursor.Position);
    }

    [TestMethod]
    public void LoadFromTextFile_WithoutAFile_Throws()
    {
        var exception = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => Some.Context.Data.LoadFromTextFile(_path, [new("One", DataKind.Single, 0)]));

        Assert.AreEqual("path", exception.ParamName);
    }

    [TestMethod]
    public void LoadFromTextFile_AskedForWhatItLacks_Throws()
    {
        _ = Assert.ThrowsExactly<NotSupportedException>(() => new TextLoader.Column("Text", DataKind.String, 0));
        File.WriteAllText(_path, "1");
        _ = Assert.ThrowsExactly<NotSupportedException>(() => Some.Context.Data.LoadFromTextFile(
            _path, [new("One", DataKind.Single, 0)], allowQuoting: true));
    }

    public void Dispose() => File.Delete(_path);

    private IDataView View(string text, char separator = '\t', bool hasHeader = false)
    {
        File.WriteAllText(_path, text);
        return Some.Context.Data.LoadFromTextFile(
            _path, [new("One", DataKind.Single, 0), new("Two", DataKind.Single, 1, 2)], separator, hasHeader);
    }
}
