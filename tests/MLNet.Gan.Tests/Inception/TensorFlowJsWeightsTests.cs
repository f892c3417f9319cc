using MLNet.Gan;
using MLNet.Gan.Metrics;
using System.Runtime.CompilerServices;
using System.Text;

namespace MLNet.Gan.Tests.Inception;

[TestClass]
public sealed class TensorFlowJsWeightsTests
{
    private const string Head = "!function(a){return a={exports:{}}}({1:[function(a,n,i){n.exports=", Tail = "},{}]},{},[1]);";

    private const string Kernel =
        "{name:\"conv2d_1/kernel\",shape:[1,2,1,2],dtype:\"float32\",quantization:{min:-1,scale:.5,dtype:\"uint8\"}}";

    private const string Beta =
        "{name:\"batch_normalization_1/beta\",shape:[2],dtype:\"float32\",quantization:{min:0,scale:2,dtype:\"uint8\"}}";

    // The bytes 0, 1, 2, 3, 4 and 255, in two shards that part in the middle of the kernel.
    private static readonly byte[] First = [0, 1, 2], Second = [3, 4, 255];

    [TestMethod]
    public void Read_OfAModel_GivesKerasNamesAndOnnxLayout()
    {
        using var folder = Folder();

        var weights = TensorFlowJsWeights.Read(folder.Folder);

        Assert.HasCount(2, weights);
        // (height, width, in, out) = (1, 2, 1, 2) has -1, -0.5 at the first place and 0, 0.5 at the second.
        CollectionAssert.AreEqual(new[] { 2, 1, 1, 2 }, weights["conv2d_1/kernel"].Shape.ToArray());
        CollectionAssert.AreEqual(new[] { -1, 0, -0.5f, 0.5f }, weights["conv2d_1/kernel"].Values);
        CollectionAssert.AreEqual(new float[] { 8, 510 }, weights["batch_normalization_1/beta"].Values);
    }

    [TestMethod]
    [DataRow("shape:[2]", "shape:[3]", "needs 3 bytes, but 2 are left")]
    [DataRow("shape:[2]", "shape:[1]", "6 bytes, but its tensors 5")]
    [DataRow("shape:[2]", "shape:[-2]", "[-2]")]
    [DataRow("shape:[2]", "shape:[65536,65536]", "[65536, 65536]")]
    [DataRow("shape:[2]", "shape:[2.5]", "cannot be read")]
    [DataRow("shape:[2]", "shape:2", "list of tensors")]
    [DataRow("dtype:\"uint8\"}}]", "dtype:\"uint16\"}}]", "not one of floats in bytes")]
    [DataRow("min:0,", "", "list of tensors")]
    [DataRow("batch_normalization_1/beta", "conv2d_1/kernel", "'conv2d_1/kernel' twice")]
    [DataRow("weightsManifest", "weights", "list of tensors")]
    [DataRow("\"shard2\"", "\"shard3\"", "shard3.min.js' is missing")]
    [DataRow("\"shard2\"", "\"../shard2\"", "more than letters")]
    [DataRow("\"shard2\"", "\"/etc/passwd\"", "more than letters")]
    [DataRow("\"shard2\"", "null", "more than letters")]
    [DataRow("\"shard2\"", "process.exit()", "'process'")]
    [DataRow("[{paths", "[,{paths", "list of tensors")]
    public void Read_OfAnotherList_SaysWhy(string part, string other, string reason)
    {
        var model = Model();
        Assert.AreNotEqual(model, model.Replace(part, other, StringComparison.Ordinal));
        using var folder = Folder(model.Replace(part, other, StringComparison.Ordinal));

        AssertRefused(folder, reason);
    }

    [TestMethod]
    public void Read_OfMoreShardsThanThereMayBe_IsRefused()
    {
        var many = string.Join(',', Enumerable.Repeat("\"shard1\"", 65));
        using var folder = Folder(Model().Replace("\"shard1\"", many, StringComparison.Ordinal));

        AssertRefused(folder, "66 shards");
    }

    [TestMethod]
    [DataRow("n.exports=\"A?==\"")]
    [DataRow("n.exports=\"AAEC")]
    [DataRow("")]
    public void Read_OfADamagedShard_NamesIt(string shard)
    {
        using var folder = Folder();
        File.WriteAllText(Path.Combine(folder.Folder, "shard1.min.js"), shard);

        AssertRefused(folder, "shard1.min.js' is damaged");
    }

    [TestMethod]
    public void Read_OfEveryShorterModel_IsRefused()
    {
        using var folder = Folder();

        folder.AssertRefusesTruncation(
            () => TensorFlowJsWeights.Read(folder.Folder), (int)new FileInfo(folder.Path).Length - Tail.Length);
    }

    [TestMethod]
    public void Read_OfDamagedModels_IsRefusedOrRead()
    {
        using var folder = Folder();

        folder.AssertSurvivesDamage(() => TensorFlowJsWeights.Read(folder.Folder), files: 2000, seed: 6);
    }

    [TestMethod]
    public void Read_OfAFolderWithoutAModel_SaysSo()
    {
        using var folder = Folder();
        File.Delete(folder.Path);

        Assert.ThrowsExactly<FileNotFoundException>(() => TensorFlowJsWeights.Read(folder.Folder));
    }

    [TestMethod]
    public void Read_OfNsfwjs_GivesWhatPythonReads()
    {
        var folder = Path.Combine(Root(), "artifacts/npm/node_modules/nsfwjs/dist/models/inception_v3");
        if (!Directory.Exists(folder))
            Assert.Inconclusive("npm's nsfwjs is not installed; './build.sh setup' does it.");

        var weights = TensorFlowJsWeights.Read(folder);

        // Counted and decoded with Python's json, base64 and numpy from nsfwjs 4.3.0.
        Assert.HasCount(382, weights);
        Assert.AreEqual(22_360_869, weights.Values.Sum(tensor => tensor.Values.Length));
        CollectionAssert.AreEqual(new[] { 32, 3, 3, 3 }, weights["conv2d_1/kernel"].Shape.ToArray());
        Assert.AreEqual(0.23767277797063202, weights["conv2d_1/kernel"].Values[((5 * 3 + 1) * 3 + 2) * 3], 1e-7);
        var variance = weights["batch_normalization_94/moving_variance"].Values;
        Assert.AreEqual(0.8064094022792928, variance[0], 1e-7);
        Assert.AreEqual(1.737393642027004, variance[^1], 1e-6);
        Assert.AreEqual(-43713.31927655741, weights.Values.Sum(tensor => tensor.Values.Sum(value => (double)value)), 0.05);
    }

    private static string Model() =>
        $"{Head}{{modelTopology:{{a:!0}},weightsManifest:[{{paths:[\"shard1\",\"shard2\"],weights:[{Kernel},{Beta}]}}]}}{Tail}";

    private static SomeFile Folder(string? model = null)
    {
        var file = new SomeFile("model.min.js", Encoding.UTF8.GetBytes(model ?? Model()));
        File.WriteAllText(Path.Combine(file.Folder, "shard1.min.js"), $"{Head}\"{Convert.ToBase64String(First)}\"{Tail}");
        File.WriteAllText(Path.Combine(file.Folder, "shard2.min.js"), $"{Head}\"{Convert.ToBase64String(Second)}\"{Tail}");
        return file;
    }

    private static void AssertRefused(SomeFile folder, string reason)
    {
        var refusal = Assert.ThrowsExactly<FormatException>(() => TensorFlowJsWeights.Read(folder.Folder));

        StringAssert.Contains(refusal.Message, reason, StringComparison.Ordinal);
        StringAssert.Contains(refusal.Message, folder.Path, StringComparison.Ordinal);
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}
