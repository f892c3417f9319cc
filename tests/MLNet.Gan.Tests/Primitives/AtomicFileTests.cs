namespace MLNet.Gan.Tests.Primitives;

[TestClass]
public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Target => Path.Combine(_folder, "digits.onnx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Write_OverALongerFile_LeavesOnlyTheNewBytes()
    {
        File.WriteAllBytes(Target, new byte[10]);

        AtomicFile.Write(Target, new byte[] { 1, 2, 3 });

        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, File.ReadAllBytes(Target));
        Assert.HasCount(1, Directory.GetFileSystemEntries(_folder));
    }

    [TestMethod]
    public void Write_OfABareName_WritesToTheCurrentFolder()
    {
        var name = $"{Guid.NewGuid()}.onnx";

        AtomicFile.Write(name, new byte[] { 7 });

        Assert.IsTrue(File.Exists(name));
        File.Delete(name);
    }

    [TestMethod]
    public void Write_OntoAFolder_SaysSoAndLeavesNothing()
    {
        Directory.CreateDirectory(Target);

        var thrown = Assert.ThrowsExactly<IOException>(() => AtomicFile.Write(Target, new byte[] { 1 }));

        Assert.AreEqual($"'{Target}' cannot be written: it is a folder. Give the name of a file in it.", thrown.Message);
        Assert.HasCount(1, Directory.GetFileSystemEntries(_folder));
    }

    [TestMethod]
    public void Write_ToAMissingFolder_ThrowsAndLeavesNothing()
    {
        var path = Path.Combine(_folder, "missing", "digits.onnx");

        var thrown = Assert.ThrowsExactly<DirectoryNotFoundException>(() => AtomicFile.Write(path, new byte[] { 1 }));

        Assert.AreEqual($"'{path}' cannot be written: there is no folder '{Path.Combine(_folder, "missing")}'. Create it first, "
            + "or check the path.", thrown.Message);
        Assert.IsEmpty(Directory.GetFileSystemEntries(_folder));
    }

    [TestMethod]
    public void Write_OntoAFolder_ThrowsAndLeavesItAlone()
    {
        Directory.CreateDirectory(Target);

        var e = Assert.Throws<Exception>(() => AtomicFile.Write(Target, new byte[] { 1 }));

        Assert.IsTrue(e is IOException or UnauthorizedAccessException, e.ToString());
        Assert.AreEqual(Target, Assert.ContainsSingle(Directory.GetFileSystemEntries(_folder)));
    }

    [TestMethod]
    public void Write_UnderAFile_ThrowsAndLeavesItAlone()
    {
        File.WriteAllBytes(Target, [9]);

        Assert.Throws<IOException>(() => AtomicFile.Write(Path.Combine(Target, "digits.onnx"), new byte[] { 1 }));

        CollectionAssert.AreEqual(new byte[] { 9 }, File.ReadAllBytes(Target));
        Assert.HasCount(1, Directory.GetFileSystemEntries(_folder));
    }
}
