using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

[TestClass]
public sealed class InceptionCacheTests : IDisposable
{
    private readonly string _folder =
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Of_NoSetting_IsTheUsersFolder() =>
        Assert.AreEqual(new(Path.Combine("/data", "mlnet-gan")), InceptionCache.Of(null, "/data"));

    [TestMethod]
    public void Of_AFolder_IsThatFolder() => Assert.AreEqual(new(_folder), InceptionCache.Of(_folder, "/data"));

    [TestMethod]
    public void Of_AFile_FindsThatFile()
    {
        var file = Touch("any.pth");
        Touch("inception-00000001.onnx");

        Assert.AreEqual(file, InceptionCache.Of(file, _folder).Find());
    }

    [TestMethod]
    public void Find_AmongOtherFiles_IsTheImportedNetwork()
    {
        Touch("offline-inception-00000001.onnx"); // What 0.1's first builds made.
        var imported = Touch("inception-00000002.onnx");

        Assert.AreEqual(imported, new InceptionCache(_folder).Find());
    }

    [TestMethod]
    public void Find_OfSeveral_NamesThem()
    {
        Touch("inception-00000002.onnx");
        Touch("inception-00000001.onnx");

        var e = Assert.ThrowsExactly<InvalidOperationException>(() => new InceptionCache(_folder).Find());

        Assert.Contains("2 networks", e.Message);
        Assert.Contains("inception-00000001, inception-00000002. Name one in", e.Message);
        Assert.Contains("'gan-fid --network inception-00000001'. That of FID's authors is inception-6726825d.", e.Message);
    }

    [TestMethod]
    public void Named_OfOneOfSeveral_IsItsFile()
    {
        var first = Touch("inception-00000001.onnx");
        Touch("inception-00000002.onnx");
        Touch("other.onnx");
        var cache = new InceptionCache(_folder);

        Assert.AreEqual(first, cache.Named("inception-00000001"));
        Assert.AreEqual(first, cache.Named("inception-00000001.onnx"));
        CollectionAssert.AreEqual(new[] { "inception-00000001", "inception-00000002" }, cache.Names.ToArray());
        foreach (var name in new[] { "inception-00000003", "other", "inception", "../inception-00000001", first })
            Assert.IsNull(cache.Named(name), name);
    }

    private string Touch(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "");
        return path;
    }
}
