using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Data;

[TestClass]
public sealed class SpillFileTests : IDisposable
{
    private readonly string _folder =
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}")).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Read_GivesBackWhatWasWrittenAndAppended()
    {
        using var file = SpillFile.Create(Options);
        file.Append([1, 2, 3]);
        file.Append([4, 5]);
        file.Write([9], 1);

        var bytes = new byte[4];
        file.Read(bytes, 1);

        Assert.AreEqual(5, file.Length);
        CollectionAssert.AreEqual(new byte[] { 9, 3, 4, 5 }, bytes);
        Assert.ThrowsExactly<EndOfStreamException>(() => file.Read(new byte[2], 4));
    }

    [TestMethod]
    public void File_IsInTheFolderWhileItIsOpenAndThenGone()
    {
        using (var file = SpillFile.Create(Options))
        {
            file.Append([1]);
            Assert.IsNotEmpty(FilesIn.Folder(_folder));
        }

        Assert.IsEmpty(FilesIn.Folder(_folder));
    }

    [TestMethod]
    public void File_HasNoNameThatAKilledProcessWouldLeave()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Windows deletes files that have a name.");
        using var file = SpillFile.Create(Options);

        Assert.IsEmpty(Directory.GetFileSystemEntries(_folder));
    }

    [TestMethod]
    public void Create_InAFolderThatIsMissing_NamesItAndTheWayOut()
    {
        var missing = Path.Combine(_folder, "none");

        var error = Assert.ThrowsExactly<IOException>(() => SpillFile.Create(Options with { Folder = missing }));

        Assert.AreEqual("The samples do not fit MemoryBudget, which is 12 bytes, but there is no folder "
            + $"'{missing}' for a temporary file of them. Create it, or give RunOptions.Spill another Folder or a larger "
            + "MemoryBudget.", error.Message);
    }

    [TestMethod]
    public void Append_ToAFullDisk_SaysTheSize()
    {
        const string full = "/dev/full";
        if (!File.Exists(full))
            Assert.Inconclusive("There is no disk here that is always full.");
        using var file = new SpillFile(Options, File.OpenHandle(full, FileMode.Open, FileAccess.Write));

        var error = Assert.ThrowsExactly<IOException>(() => file.Append(new byte[40]));

        Assert.Contains($"in '{_folder}' cannot grow to 40 bytes (No space left on device", error.Message);
        Assert.Contains("Give RunOptions.Spill a Folder that exists, may be written to and has room, or a larger "
            + "MemoryBudget.", error.Message);
    }

    private SpillOptions Options => new() { MemoryBudget = 12, Folder = _folder };
}
