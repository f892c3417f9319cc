using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

/// <summary>What an import refuses, and that nothing is left of what it refused.</summary>
[TestClass]
public sealed class InceptionImportTests : IDisposable
{
    private static readonly Lazy<Dictionary<string, WeightTensor>> Weights = new(MadeUp.Weights);

    private readonly string _folder =
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())).FullName;

    private string Kept => Path.Combine(_folder, "kept");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void All_Are94() => Assert.HasCount(94, InceptionConvolutions.All);

    [TestMethod]
    public void Import_NamesTheFileByItsHash_AndReadsItOnce()
    {
        var reads = 0;
        var source = Source("any.pth", "text");
        for (var i = 0; i < 2; i++)
        {
            var path = InceptionImport.Import(source, new(Kept), _ =>
            {
                reads++;
                return Weights.Value;
            });

            // sha256sum of "text"
            Assert.AreEqual(Path.Combine(Kept, "inception-982d9e3e.onnx"), path);
        }

        Assert.AreEqual(1, reads);
        Assert.HasCount(1, Directory.GetFiles(Kept));
    }

    [TestMethod]
    [DataRow("6726825d0000", "inception-2015-12-05")]
    [DataRow("982d9e3e0000", "inception-v3")]
    public void FromTorch_OfOtherWeights_DoesNotTakeTheAuthorsName(string source, string name)
    {
        var model = InceptionModel.FromTorch(Weights.Value, source);

        Assert.AreEqual(name, model.Name);
        Assert.AreEqual(name, model.Metadata["network"]);
        Assert.AreEqual(name, InceptionModel.FromOnnx(InceptionGraph.ToFile(model)).Name);
    }

    [TestMethod]
    public void FromTorch_ToleratesWhatTorchvisionAdds()
    {
        var tensors = new Dictionary<string, WeightTensor>(Weights.Value)
        {
            ["AuxLogits.conv0.conv.weight"] = new([1], [1]),
            ["Conv2d_1a_3x3.bn.num_batches_tracked"] = new([], [0]),
        };

        Assert.HasCount(94, InceptionModel.FromTorch(tensors, "").Convolutions);
    }

    [TestMethod]
    public void Import_OfAMissingTensor_NamesIt() => AssertRefused(
        "The weights lack 'Mixed_7c.branch_pool.conv.weight', which Inception v3 has. Import pt_inception",
        tensors => tensors.Remove("Mixed_7c.branch_pool.conv.weight"));

    [TestMethod]
    public void Import_OfAWrongShape_NamesBoth() => AssertRefused(
        "'Conv2d_1a_3x3.conv.weight' of the weights has the shape [32, 1, 3, 3], but in Inception v3 it is [32, 3, 3",
        tensors => tensors["Conv2d_1a_3x3.conv.weight"] = new([32, 1, 3, 3], new float[288]));

    [TestMethod]
    public void Import_OfOtherClasses_NamesBoth() => AssertRefused(
        "'fc.weight' of the weights has the shape [1000, 2048], but in Inception v3 it is [1008, 2048]. ",
        tensors => tensors["fc.weight"] = new([1000, 2048], new float[1000 * 2048]));

    [TestMethod]
    public void Import_OfTooFewValues_CountsThem() => AssertRefused(
        "'fc.bias' of the weights has 7 values instead of 1008. ",
        tensors => tensors["fc.bias"] = new([1008], new float[7]));

    [TestMethod]
    public void Import_OfNoNumber_NamesIt() => AssertRefused(
        "Value 3 of 'Conv2d_1a_3x3.bn.bias' of the weights is NaN, which is no weight. ",
        tensors => tensors["Conv2d_1a_3x3.bn.bias"] = new([32], [1, 2, 3, float.NaN, .. new float[28]]));

    [TestMethod]
    public void Import_OfANegativeVariance_NamesIt() => AssertRefused(
        "Value 1 of 'Conv2d_1a_3x3.bn.running_var' of the weights is -2, but a variance is at least 0. ",
        tensors => tensors["Conv2d_1a_3x3.bn.running_var"] = new([32], [1, -2, .. new float[30]]));

    [TestMethod]
    public void Import_OfAStranger_NamesIt() => AssertRefused(
        "The weights have 'Mixed_8a.conv.weight', which Inception v3 has not. ",
        tensors => tensors["Mixed_8a.conv.weight"] = new([1], [1]));

    [TestMethod]
    public void Import_OfAnotherHashThanTheName_SaysSo()
    {
        var source = Source("pt_inception-2015-12-05-6726825d.pth", "text");

        var e = Assert.ThrowsExactly<FormatException>(() =>
            InceptionImport.Import(source, new(Kept), _ => Weights.Value));

        Assert.Contains("begins with 982d9e3e, but its name has 6726825d: ", e.Message);
        Assert.IsFalse(Directory.Exists(Kept));
    }

    [TestMethod]
    public void Import_OfTheHashOfTheName_GoesOn()
    {
        Assert.AreEqual(InceptionImport.Import(Source("any-982d9e3e.pth", "text"), new(Kept), _ => Weights.Value),
            Path.Combine(Kept, "inception-982d9e3e.onnx"));
    }

    [TestMethod]
    public void Import_OfAFileOfNoKnownKind_IsAFormatException() => Assert.ThrowsExactly<FormatException>(() =>
        InceptionImport.Import(Source("any.pth", "this is no file of weights"), new InceptionCache(Kept)));

    [TestMethod]
    public void Of_ABatchNorm_MultipliesItIn()
    {
        // √(0.999 + 0.001) = 1 and √(3.999 + 0.001) = 2: scales 3 and 5/2.
        var folded = FoldedConvolution.Of([1, 2, 4, 6], [3, 5], [10, 20], [1, 4], [0.999f, 3.999f], epsilon: 0.001);

        CollectionAssert.AreEqual(new float[] { 3, 6, 10, 15 }, folded.Kernel.Select(w => MathF.Round(w, 5)).ToArray());
        CollectionAssert.AreEqual(new float[] { 7, 10 }, folded.Bias.Select(b => MathF.Round(b, 5)).ToArray());
    }

    private void AssertRefused(string message, Action<Dictionary<string, WeightTensor>> damage)
    {
        var tensors = new Dictionary<string, WeightTensor>(Weights.Value);
        damage(tensors);

        var e = Assert.ThrowsExactly<FormatException>(() =>
            InceptionImport.Import(Source("any.pth", "text"), new(Kept), _ => tensors));

        Assert.Contains(message, e.Message);
        Assert.IsFalse(Directory.Exists(Kept));
    }

    private string Source(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
