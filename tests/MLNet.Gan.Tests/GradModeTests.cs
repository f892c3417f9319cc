using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests;

/// <summary>Training records gradients whatever its caller does, and the caller finds its own mode again.</summary>
[TestClass]
public sealed class GradModeTests
{
    public static IEnumerable<object[]> Modes =>
    [
        ["no_grad", new Func<IDisposable>(() => no_grad())],
        ["inference_mode", new Func<IDisposable>(() => inference_mode())],
        ["none", new Func<IDisposable>(() => enable_grad())],
    ];

    [TestMethod]
    [DynamicData(nameof(Modes))]
    public void Fit_InAMode_TrainsAsEverAndLeavesTheMode(string name, Func<IDisposable> begin)
    {
        using var plain = TestData.Context.Gan.Trainers.Gan(TestData.Options).Fit(TestData.Points(10));

        In(begin, name, () =>
        {
            using var model = TestData.Context.Gan.Trainers.Gan(TestData.Options).Fit(TestData.Points(10));
            TestData.AssertSame(TestData.Read(plain.Generate(5)), TestData.Read(model.Generate(5)));
        });
    }

    [TestMethod]
    [DynamicData(nameof(Modes))]
    public void Fit_ThatFailsInAMode_LeavesTheMode(string name, Func<IDisposable> begin) => In(begin, name, () =>
        Assert.ThrowsExactly<InvalidOperationException>(() =>
            TestData.Context.Gan.Trainers.Gan(TestData.Options with { BatchSize = 11 }).Fit(TestData.Points(10))));

    [TestMethod]
    [DynamicData(nameof(Modes))]
    public void TrainFeatureNetwork_InAMode_TrainsAsEverAndLeavesTheMode(string name, Func<IDisposable> begin)
    {
        var options = new FeatureNetworkOptions
        {
            Name = "points", Shape = SampleShape.Vector(2), Width = 4, FeatureSize = 3, Epochs = 1, BatchSize = 10,
        };
        var plain = Features(options);

        In(begin, name, () => CollectionAssert.AreEqual(plain, Features(options)));
    }

    [TestMethod]
    [DynamicData(nameof(Modes))]
    public void ExportToOnnx_InAMode_ProvesTheFileAndLeavesTheMode(string name, Func<IDisposable> begin)
    {
        using var model = TestData.Context.Gan.Trainers.Gan(TestData.Options).Fit(TestData.Points(10));
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.onnx");

        In(begin, name, () => Assert.IsLessThan(1e-4, model.ExportToOnnx(path).MaxAbsoluteDifference));
        File.Delete(path);
    }

    private static float[] Features(FeatureNetworkOptions options)
    {
        using var network = TestData.Context.Gan.TrainFeatureNetwork(TestData.Points(40), options);
        var features = new float[6];
        network.Extract(2, new float[] { 0.5f, -1, 2, 0.25f }, features);
        return features;
    }

    /// <summary>Acts in a mode, which must be the same before and after, and gone at the end.</summary>
    private static void In(Func<IDisposable> begin, string name, Action act)
    {
        using (begin())
        {
            var (records, infers) = (is_grad_enabled(), is_inference_mode_enabled());
            Assert.AreEqual(name == "none", records);
            act();
            Assert.AreEqual((records, infers), (is_grad_enabled(), is_inference_mode_enabled()));
        }

        Assert.AreEqual((true, false), (is_grad_enabled(), is_inference_mode_enabled()));
    }
}
