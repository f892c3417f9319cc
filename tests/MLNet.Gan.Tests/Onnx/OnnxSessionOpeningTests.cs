
namespace MLNet.Gan.Tests.Onnx;

/// <summary>Which bytes and devices a session takes, and what it says of the others.</summary>
[TestClass]
public sealed class OnnxSessionOpeningTests
{
    // No machine has so many.
    private const int MissingGpu = 99;

    [TestMethod]
    public void Constructor_OfATruncatedFile_IsAFormatException()
    {
        var model = SmallGenerator.ToBytes();

        for (var length = 0; length < model.Length; length += 5)
        {
            AssertRefused(model.AsMemory(0, length));
        }
    }

    [TestMethod]
    public void Constructor_OfOtherBytes_SaysWhatToDo()
    {
        var e = AssertRefused("PK\u0003\u0004 is a zip file"u8.ToArray());

        Assert.Contains("The 18 bytes are not an ONNX model that this ONNX Runtime can run. Export the model again", e.Message);
        Assert.IsNotNull(e.InnerException);
    }

    [TestMethod]
    public void Constructor_OfAnUnknownOperation_IsAFormatException()
    {
        var graph = new OnnxGraph("test");
        graph.Output("y", graph.Add("Teleport", [graph.Input("x", OnnxElement.Single, 1)]), 1);

        Assert.Contains("Teleport", AssertRefused(graph.ToBytes(SmallGenerator.Metadata)).Message);
    }

    [TestMethod]
    public void Constructor_OfAModelWithTwoFloatInputs_NamesThem()
    {
        var graph = new OnnxGraph("test");
        var sum = graph.Add("Add", [graph.Input("a", OnnxElement.Single, 1), graph.Input("b", OnnxElement.Single, 1)]);
        graph.Output("y", sum, 1);

        Assert.Contains("takes 'a' (Single), 'b' (Single), but", AssertRefused(graph.ToBytes(SmallGenerator.Metadata)).Message);
    }

    [TestMethod]
    public void Constructor_OfAPartOfAnArray_ReadsThatPart()
    {
        byte[] padded = [1, 2, 3, .. SmallGenerator.ToBytes(), 4, 5];

        using var session = new OnnxSession(padded.AsMemory(3, padded.Length - 5), threads: 1);

        Assert.HasCount(2, session.Outputs);
    }

    [TestMethod]
    public void Constructor_OnAMissingGpuWithFallback_RunsOnTheCpu()
    {
        using var session = new OnnxSession(SmallGenerator.ToBytes(), MissingGpu);
        var images = new float[SmallGenerator.Images.Length];

        session.Run(3, SmallGenerator.Latents, SmallGenerator.Labels, ("image", images));

        Assert.IsFalse(session.UsesGpu);
        Assert.AreEqual(SmallGenerator.Images[0], images[0], 1e-6f);
    }

    [TestMethod]
    public void Constructor_OnAMissingGpuWithoutFallback_NamesItAndSaysWhatToDo()
    {
        var e = Assert.ThrowsExactly<InvalidOperationException>(() =>
            new OnnxSession(SmallGenerator.ToBytes(), MissingGpu, fallbackToCpu: false));

        Assert.Contains("ONNX Runtime cannot use CUDA device 99. ", e.Message);
        Assert.Contains("or set FallbackToCpu.", e.Message);
        Assert.IsNotNull(e.InnerException);
    }

    [TestMethod]
    public void OfImages_OnAPluginThatIsMissing_SaysWhatBothSay()
    {
        var e = Assert.ThrowsExactly<InvalidOperationException>(() =>
            OnnxSession.OfImages(Images(), new() { GpuDeviceId = 0, FallbackToCpu = false, CudaProvider = "/no/cuda.so" }));

        Assert.Contains("cannot use CUDA device 0. ", e.Message);
        Assert.Contains("GAN_CUDA_PROVIDER", e.Message);
        Assert.Contains("Of '/no/cuda.so' it says: ", e.Message);
    }

    [TestMethod]
    public void OfImages_OnAPluginThatIsMissingWithFallback_RunsOnTheCpu()
    {
        using var session =
            OnnxSession.OfImages(Images(), new() { GpuDeviceId = MissingGpu, CudaProvider = "/no/cuda.so" });

        Assert.IsFalse(session.UsesGpu);
    }

    [TestMethod]
    [DataRow(true, true)]
    [DataRow(false, false)]
    public void OfImages_WithAnySettings_ComputesTheSame(bool allowSpinning, bool memoryPattern)
    {
        using var session = OnnxSession.OfImages(
            Images(), new() { Threads = 2, AllowSpinning = allowSpinning, MemoryPattern = memoryPattern });
        var mean = new float[1];

        session.Run(1, 1, 2, new byte[] { 1, 2 }, ("mean", mean));

        Assert.AreEqual(1.5f, mean[0]);
    }

    private static byte[] Images()
    {
        var graph = new OnnxGraph("test");
        var floats = graph.Add("Cast", [graph.Images("image", OnnxElement.Byte, 1)], OnnxAttribute.Of("to", 1));
        graph.Output("mean", graph.Add("Flatten", [graph.Add("GlobalAveragePool", [floats])]), 1);
        return graph.ToBytes(SmallGenerator.Metadata);
    }

    [TestMethod]
    public void Constructor_OfABrokenFileOnAMissingGpu_BlamesTheFile() =>
        Assert.ThrowsExactly<FormatException>(() => new OnnxSession(new byte[10], MissingGpu, fallbackToCpu: false));

    [TestMethod]
    public void Constructor_OfNegativeThreads_Throws() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new OnnxSession(SmallGenerator.ToBytes(), threads: -1));

    private static FormatException AssertRefused(ReadOnlyMemory<byte> model) =>
        Assert.ThrowsExactly<FormatException>(() => new OnnxSession(model, threads: 1), $"{model.Length} bytes");
}
