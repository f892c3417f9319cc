using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Primitives;

/// <summary>What is known of a GPU before a training is spent on it.</summary>
[TestClass]
public sealed class DevicesTests
{
    [TestMethod]
    [DataRow(0, 1)]
    [DataRow(3, 4)]
    public void IsThere_OfADeviceThatIs_IsTrue(int id, int count) =>
        Assert.IsTrue(Devices.IsThere(id, count, fallbackToCpu: false));

    [TestMethod]
    [DataRow(0, 0, "no CUDA device is available")]
    [DataRow(7, 1, "the only CUDA device is 0")]
    [DataRow(4, 4, "the CUDA devices are 0 to 3")]
    [DataRow(-1, 2, "the CUDA devices are 0 to 1")]
    public void IsThere_OfADeviceThatIsNot_SaysWhichAre(int id, int count, string there)
    {
        Assert.IsFalse(Devices.IsThere(id, count, fallbackToCpu: true));
        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => Devices.IsThere(id, count, fallbackToCpu: false));

        Assert.AreEqual(
            $"MLContext.GpuDeviceId is {id}, but {there}. Name one that is there, set MLContext.FallbackToCpu, or leave "
                + "GpuDeviceId null to train on the CPU.", thrown.Message);
    }

    [TestMethod]
    public void Rehearse_WithoutACudaProvider_NamesThePackage()
    {
        if (OnnxRuntimeHasCuda())
            Assert.Inconclusive("This ONNX Runtime has CUDA.");
        using var generator = Some.Options.Architecture.CreateGenerator(Some.Spec(Some.Options.Shape));
        var file = GeneratorExport.Untrained(generator, Some.Metadata with { ClassCounts = [], ClassNames = [] });

        GeneratorFile.CheckSaving(file, new(seed: 1));
        GeneratorFile.CheckSaving(file, new(seed: 1) { GpuDeviceId = 0, FallbackToCpu = true });
        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() =>
            GeneratorFile.CheckSaving(file, new(seed: 1) { GpuDeviceId = 0, FallbackToCpu = false }));

        StringAssert.StartsWith(thrown.Message, "ONNX Runtime cannot use CUDA device 0. Reference Microsoft.ML.OnnxRuntime.Gpu");
    }

    private static bool OnnxRuntimeHasCuda() =>
        Microsoft.ML.OnnxRuntime.OrtEnv.Instance().GetAvailableProviders().Contains("CUDAExecutionProvider");
}
