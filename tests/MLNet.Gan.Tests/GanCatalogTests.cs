using System.Text;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Onnx;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests;

/// <summary>The catalog's doors, and what is not let in.</summary>
[TestClass]
public sealed class GanCatalogTests : IDisposable
{
    private static readonly GanCatalog Gan = TestData.Context.Gan;
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Target => Path.Combine(_folder, "points.gan");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(100)]
    [DataRow(-200)]
    [DataRow(-1)]
    public void Load_OfATruncatedFile_SaysThatItIsNoModel(int length)
    {
        TestData.Plain.Save(Target);
        var bytes = File.ReadAllBytes(Target);
        File.WriteAllBytes(Target, bytes[..(length < 0 ? bytes.Length + length : length)]);

        var thrown = Assert.ThrowsExactly<FormatException>(() => Gan.Load(Target));

        StringAssert.Contains(thrown.Message, "check that the file was copied whole");
    }

    [TestMethod]
    public void Load_OfAFileCutAnywhere_IsAFormatException()
    {
        TestData.Plain.Save(Target);
        var bytes = File.ReadAllBytes(Target);

        for (var length = 0; length < bytes.Length; length += Math.Max(1, bytes.Length / 60))
        {
            File.WriteAllBytes(Target, bytes[..length]);
            Assert.ThrowsExactly<FormatException>(() => Gan.Load(Target), $"Cut after {length} of {bytes.Length} bytes.");
        }
    }

    [TestMethod]
    public void Load_OfAText_SaysThatItIsNoModel()
    {
        File.WriteAllText(Target, "GAN: a generative adversarial network.");

        StringAssert.StartsWith(
            Assert.ThrowsExactly<FormatException>(() => Gan.Load(Target)).Message,
            $"'{Target}' cannot be loaded. The 38 bytes are not an ONNX model");
    }

    [TestMethod]
    public void Load_OfAnotherOnnxModel_SaysThatItIsNoneOfOurs()
    {
        AtomicFile.Write(Target, SmallGenerator.ToBytes());

        var thrown = Assert.ThrowsExactly<FormatException>(() => Gan.Load(Target));

        Assert.AreEqual(
            $"'{Target}' cannot be loaded. The ONNX file has no metadata entry 'mlnet.gan.shape', so MLNet.Gan did not write it.",
            thrown.Message);
    }

    [TestMethod]
    [DataRow("mlnet.gan.shape", "[2]", "[2,2]")]
    [DataRow("mlnet.gan.shape", "[2]", "[0]")]
    [DataRow("mlnet.gan.shape", "[2]", "2]")]
    [DataRow("mlnet.gan.latent_size", "4", "x")]
    [DataRow("mlnet.gan.seed", "7", "99999999999")]
    [DataRow("mlnet.gan.class_counts", "[]", "null")]
    [DataRow("mlnet.gan.label_is_key", "False", "maybe")]
    public void FromMetadata_OfADamagedEntry_NamesTheEntry(string name, string sound, string damaged)
    {
        TestData.Plain.Save(Target);
        using var session = new OnnxSession(File.ReadAllBytes(Target));
        var metadata = session.Metadata.ToDictionary();
        Assert.AreEqual(sound, metadata[name]);
        metadata[name] = damaged;

        var thrown = Assert.ThrowsExactly<FormatException>(() => GeneratorMetadata.FromMetadata(metadata));

        StringAssert.StartsWith(thrown.Message, $"The metadata entry '{name}' of the generator's ONNX file is damaged:");
    }

    [TestMethod]
    [DataRow("mlnet.gan.latent_size", "4", "5")]
    [DataRow("mlnet.gan.shape", "[2]", "[3]")]
    [DataRow("mlnet.gan.class_counts", "[5,5]", "[   ]")]
    public void Load_OfAFileThatContradictsItsGraph_SaysBoth(string name, string sound, string damaged)
    {
        TestData.ByKey.Save(Target);
        var bytes = File.ReadAllBytes(Target);
        byte[] entry = [.. Encoding.UTF8.GetBytes(name), 0x12, (byte)sound.Length, .. Encoding.UTF8.GetBytes(sound)];
        var end = bytes.AsSpan().IndexOf(entry) + entry.Length;
        Assert.IsTrue(end > entry.Length, "The entry is not in the file.");
        Encoding.UTF8.GetBytes(damaged).CopyTo(bytes, end - sound.Length);
        File.WriteAllBytes(Target, bytes);

        var thrown = Assert.ThrowsExactly<FormatException>(() => Gan.Load(Target));

        StringAssert.Contains(thrown.Message, "but its graph");
    }

    [TestMethod]
    public void Load_OfAFolder_SaysThatItIsOne()
    {
        var folder = Path.GetTempPath();

        Assert.AreEqual($"'{folder}' is a folder. Give the path of an ONNX file.",
            Assert.ThrowsExactly<FileNotFoundException>(() => Gan.Load(folder)).Message);
        Assert.AreEqual($"'{folder}' is a folder. Give the path of an ONNX file.",
            Assert.ThrowsExactly<FileNotFoundException>(() => FeatureNetwork.FromOnnx(folder)).Message);
    }

    [TestMethod]
    public void FromOnnx_OfAText_NamesTheFile()
    {
        File.WriteAllText(Target, "A network.");

        Assert.StartsWith($"'{Target}' cannot be loaded. The 10 bytes are not an ONNX model",
            Assert.ThrowsExactly<FormatException>(() => FeatureNetwork.FromOnnx(Target)).Message);
        Assert.StartsWith($"'{Target}' cannot be loaded. The 10 bytes are not an ONNX model",
            Assert.ThrowsExactly<FormatException>(() => Gan.EvaluateOnnx(
                Target, TestData.Points(1), new() { Features = new PlainFeatures(2) })).Message);
    }

    [TestMethod]
    public void Load_OfAMissingFile_NamesIt() => StringAssert.Contains(
        Assert.ThrowsExactly<FileNotFoundException>(() => Gan.Load(Target)).Message, Target);

    [TestMethod]
    public void NullArguments_NameTheirParameter()
    {
        var points = TestData.Points(1);
        var options = new FeatureNetworkOptions { Shape = SampleShape.Vector(2), Name = "points" };
        (string Name, Action Call)[] calls =
        [
            ("path", () => Gan.Load(null!)),
            ("imagesPath", () => Gan.LoadIdx(null!, "labels")),
            ("labelsPath", () => Gan.LoadIdx("images", null!)),
            ("data", () => Gan.TrainFeatureNetwork(null!, options)),
            ("options", () => Gan.TrainFeatureNetwork(points, null!)),
            ("real", () => Gan.Evaluate(null!, points, null!)),
            ("generated", () => Gan.Evaluate(points, null!, null!)),
            ("options", () => Gan.Evaluate(points, points, null!)),
            ("outputColumn", () => Gan.Features(null!, "Features", new NoNetwork())),
            ("inputColumn", () => Gan.Features("Seen", null!, new NoNetwork())),
            ("extractor", () => Gan.Features("Seen", "Features", null!)),
        ];

        foreach (var (name, call) in calls)
            Assert.AreEqual(name, Assert.ThrowsExactly<ArgumentNullException>(call).ParamName);
    }

    private sealed class NoNetwork : IFeatureExtractor
    {
        public string Name => "none";

        public int InputSize => 2;

        public int FeatureSize => 1;

        public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features) =>
            throw new NotSupportedException();
    }
}
