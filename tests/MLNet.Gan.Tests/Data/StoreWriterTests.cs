using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Data;

/// <summary>Samples of two numbers take 8 bytes each; the budgets allow chunks of at most a 16th of them.</summary>
[TestClass]
public sealed class StoreWriterTests : IDisposable
{
    private static readonly SampleShape Shape = SampleShape.Vector(2);

    private readonly string _folder =
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}")).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow(1, null, null, DisplayName = "less than a block, of a number that nobody knows")]
    [DataRow(10, null, null, DisplayName = "two whole blocks")]
    [DataRow(13, null, null, DisplayName = "two blocks and a bit")]
    [DataRow(13, 13L, null, DisplayName = "as many as announced")]
    [DataRow(13, 20L, null, DisplayName = "fewer than announced")]
    [DataRow(13, 4L, null, DisplayName = "more than announced")]
    [DataRow(13, 0L, null, DisplayName = "some where none was announced")]
    [DataRow(13, null, 1L, DisplayName = "a file from the beginning")]
    [DataRow(13, 13L, 100L, DisplayName = "a file from the beginning, as announced")]
    [DataRow(100, null, 512L, DisplayName = "a file as of the 55th")]
    [DataRow(100, 10L, 512L, DisplayName = "a file later than announced")]
    public void Complete_HasEverySampleInItsPlace(int rows, long? announced, long? budget)
    {
        using var scope = NewDisposeScope();
        using var store = Write(rows, announced, budget);

        CollectionAssert.AreEqual(new long[] { rows, 2 }, store.Shape);
        Assert.AreEqual(budget is null ? 0 : 8 * rows, store.FileBytes);
        var samples = store.Gather([.. Enumerable.Range(0, rows).Select(row => (long)row)]);
        AssertTensor.AreClose([.. Numbers(2 * rows)], samples.flatten(0), tolerance: 0);
    }

    [TestMethod]
    [DataRow(60L, 60, false, DisplayName = "480 bytes and a chunk of 4 samples are 512")]
    [DataRow(61L, 61, true)]
    [DataRow(null, 55, false, DisplayName = "440 bytes, a chunk and a block of 5 samples are 512")]
    [DataRow(null, 56, true)]
    public void Complete_IsAFileAsSoonAsTheBudgetIsExceeded(long? announced, int rows, bool isFile)
    {
        using var store = Write(rows, announced, budget: 512);

        Assert.AreEqual(isFile, store.FileBytes > 0);
    }

    [TestMethod]
    public void Complete_OfImages_GivesThemTheirSides()
    {
        using var scope = NewDisposeScope();
        using var writer = new StoreWriter(SampleShape.Image(1, 2, 3), Spill(1), count: null);
        writer.Next().Fill(1);
        writer.Next().Fill(2);

        using var store = writer.Complete(CPU);

        CollectionAssert.AreEqual(new long[] { 2, 1, 2, 3 }, store.Shape);
        CollectionAssert.AreEqual(new long[] { 1, 1, 2, 3 }, store.Gather([1]).shape);
    }

    [TestMethod]
    public void Dispose_BeforeTheEnd_RemovesTheFile()
    {
        using (var writer = new StoreWriter(Shape, Spill(1), count: null))
        {
            writer.Next();
            writer.Next();
            Assert.IsNotEmpty(FilesIn.Folder(_folder));
        }

        Assert.IsEmpty(FilesIn.Folder(_folder));
    }

    private ISampleStore Write(int rows, long? announced, long? budget)
    {
        using var scope = NewDisposeScope();
        using var writer = new StoreWriter(Shape, budget is { } bytes ? Spill(bytes) : null, announced, blockBytes: 40);
        for (var row = 0; row < rows; row++)
        {
            var place = writer.Next();
            (place[0], place[1]) = (2 * row, 2 * row + 1);
        }

        Assert.AreEqual(rows, writer.Count);
        return writer.Complete(CPU);
    }

    private SpillOptions Spill(long budget) => new() { MemoryBudget = budget, Folder = _folder };

    private static IEnumerable<double> Numbers(int count) =>
        Enumerable.Range(0, count).Select(number => (double)number);
}
