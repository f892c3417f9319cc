using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Generation;

namespace MLNet.Gan.Tests.Onnx;

[TestClass]
public sealed class ExternalWeightsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Data => Path.Combine(_folder, "foreign.onnx.data");

    // The model adds (10, 20, 30, 40) of the other file, behind eight bytes, to its latents.
    [TestMethod]
    public void Open_OfWeightsBesideTheFile_ReadsThem()
    {
        WriteData(Data, 1);

        CollectionAssert.AreEqual(Sums(1), Samples("external"));
    }

    [TestMethod]
    public void Open_WithAForeignFileInTheCurrentFolder_ReadsThatBesideTheModel()
    {
        // The current folder belongs to the whole process: the file has a name that no other test uses.
        var foreign = Path.Combine(Directory.GetCurrentDirectory(), "foreign.onnx.data");
        WriteData(Data, 1);
        WriteData(foreign, 5);
        try
        {
            CollectionAssert.AreEqual(Sums(1), Samples("external"));
            Assert.Contains("Open it by its path", Assert.ThrowsExactly<FormatException>(
                () => new OnnxSession(ExternalGeneratorTests.Model("external"))).Message);
        }
        finally
        {
            File.Delete(foreign);
        }
    }

    [TestMethod]
    public void Open_OfAMissingFile_NamesItAndWhatToDo()
    {
        var e = Assert.ThrowsExactly<FileNotFoundException>(() => Samples("external"));

        Assert.AreEqual(Data, e.FileName);
        Assert.Contains("has weights in the file 'foreign.onnx.data', which is not beside it", e.Message);
        Assert.Contains("external_data=False", e.Message);
    }

    [TestMethod]
    [DataRow("external above", "'../foreign.onnx.data', which is outside of the model's folder")]
    [DataRow("external at a root", "'/foreign.onnx.data', which is outside of the model's folder")]
    [DataRow("external beyond the end", "are the bytes from 8 to 32 of")]
    [DataRow("external that is no number", "is '-8', which is no number")]
    public void Open_OfAPathOrAPartThatIsNotAllowed_IsRefused(string name, string message)
    {
        WriteData(Data, 1);
        WriteData(Path.Combine(Path.GetDirectoryName(_folder)!, "foreign.onnx.data"), 1);
        try
        {
            Assert.Contains(message, Assert.ThrowsExactly<FormatException>(() => Samples(name)).Message);
        }
        finally
        {
            File.Delete(Path.Combine(Path.GetDirectoryName(_folder)!, "foreign.onnx.data"));
        }
    }

    [TestMethod]
    public void Open_OfALinkOutOfTheFolder_IsRefused()
    {
        var elsewhere = Directory.CreateTempSubdirectory().FullName;
        WriteData(Path.Combine(elsewhere, "weights"), 1);
        File.CreateSymbolicLink(Data, Path.Combine(elsewhere, "weights"));

        Assert.Contains("outside of the model's folder", Assert.ThrowsExactly<FormatException>(() => Samples("external")).Message);
        Directory.Delete(elsewhere, recursive: true);
    }

    [TestMethod]
    public void Open_OfACacheThatLinksModelAndWeights_ReadsThem()
    {
        // As the cache of Hugging Face: both are links to files of other names in one folder.
        var blobs = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllBytes(Path.Combine(blobs, "1a"), ExternalGeneratorTests.Model("external"));
        WriteData(Path.Combine(blobs, "2b"), 1);
        File.CreateSymbolicLink(Path.Combine(_folder, "linked.onnx"), Path.Combine(blobs, "1a"));
        File.CreateSymbolicLink(Data, Path.Combine(blobs, "2b"));

        CollectionAssert.AreEqual(Sums(1), SamplesOf(Path.Combine(_folder, "linked.onnx")));
        Directory.Delete(blobs, recursive: true);
    }

    [TestMethod]
    public void FromOnnx_OfWeightsBesideTheFile_HashesThemToo()
    {
        WriteData(Data, 1);
        var path = Write("external");
        using var network = FeatureNetwork.FromOnnx(path);
        var features = new float[4];
        network.Extract(1, new float[4], features);
        WriteData(Data, 2);
        using var other = FeatureNetwork.FromOnnx(path);

        CollectionAssert.AreEqual(new[] { 10f, 20, 30, 40 }, features);
        Assert.AreNotEqual(network.Weights, other.Weights);
        // A saved network needs no other file.
        network.Save(Path.Combine(_folder, "saved.onnx"));
        File.Delete(Data);
        using var saved = FeatureNetwork.FromOnnx(Path.Combine(_folder, "saved.onnx"));
        Assert.AreEqual(network.Weights, saved.Weights);
    }

    [TestMethod]
    [DataRow("version https://git-lfs.github.com/spec/v1", "is a pointer of Git LFS instead of the file itself, not an ONNX model. Get the file")]
    [DataRow("<!DOCTYPE html><html></html>", "is a web page, not an ONNX model. Download")]
    [DataRow("", "is empty, not an ONNX model. Get it again")]
    public void Open_OfAnotherFile_SaysWhatItIs(string text, string message)
    {
        var path = Path.Combine(_folder, "model.onnx");
        File.WriteAllText(path, text);

        Assert.Contains(message, Assert.ThrowsExactly<FormatException>(() => FeatureNetwork.FromOnnx(path)).Message);
    }

    private static void WriteData(string path, float scale)
    {
        float[] values = [-1, -1, 10 * scale, 20 * scale, 30 * scale, 40 * scale];
        File.WriteAllBytes(path, System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(values).ToArray());
    }

    private string Write(string name)
    {
        var path = Path.Combine(_folder, "model.onnx");
        File.WriteAllBytes(path, ExternalGeneratorTests.Model(name));
        return path;
    }

    private float[] Samples(string name) => SamplesOf(Write(name));

    private static float[] SamplesOf(string path)
    {
        using var generator = OnnxPath.Open(path, onnx => new ExternalGenerator(onnx, new()));
        return [.. generator.Generate(1, seed: 1).Single().Samples.ToArray()];
    }

    private static float[] Sums(float scale)
    {
        var latent = new float[4];
        LatentNoise.Fill(latent, 1, 0, 0);
        return [.. latent.Select((value, i) => value + 10 * (i + 1) * scale)];
    }
}
