using MLNet.Gan.Tests.Support;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Tests.Networks.Modules;

/// <summary>What ONNX cannot say of a module is refused by the module's name and the setting, never guessed.</summary>
[TestClass]
public sealed class ModuleRefusalTests
{
    public static IEnumerable<object[]> Cases =>
    [
        [() => Softmax2d(), "Softmax2d has no ONNX form. Replace it"],
        [() => BatchNorm2d(4, track_running_stats: false),
            "BatchNorm2d has no ONNX form with track_running_stats: false, since it then normalizes by the batch"],
        [() => Conv2d(4, 6, 3, padding: 1, padding_mode: PaddingModes.Circular), "Conv2d has no ONNX form with padding_mode Circular"],
        [() => ConvTranspose2d(4, 6, (3, 3), (2, 2), (0, 0), (1, 0)),
            "ConvTranspose2d has no ONNX form with output_padding (1, 0), of which TorchSharp 0.107 takes the first"],
        [() => Hardtanh(-2, 0.5), "Hardtanh has no ONNX form, since TorchSharp 0.107 returns its input without bounds."],
        [() => AvgPool2d(2, ceil_mode: true), "AvgPool2d has no ONNX form with ceil_mode: true"],
        [() => AvgPool2d((2, 2), divisor_override: 3), "AvgPool2d has no ONNX form with divisor_override: 3"],
        [() => MaxPool2d(2, ceil_mode: true), "MaxPool2d has no ONNX form with ceil_mode: true"],
        [() => Upsample(scale_factor: [2, 2], mode: UpsampleMode.Bicubic), "Upsample has no ONNX form with mode Bicubic"],
        [() => Upsample(scale_factor: [1.5, 1.5], recompute_scale_factor: true),
            "Upsample has no ONNX form with recompute_scale_factor: true"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Module_ThatOnnxCannotExpress_IsRefused(Func<Module<Tensor, Tensor>> create, string expected)
    {
        using var module = create();
        var graph = new OnnxGraph("graph");
        var input = graph.Input("input", OnnxElement.Single, 4, 8, 8);

        var refused = Assert.ThrowsExactly<NoOnnxFormException>(() => graph.Add(module, input));

        Assert.Contains($"The module {expected}", refused.Message);
        Assert.AreSame(module, refused.Module);
    }

    // If one of the next two fails, TorchSharp has been mended: give the module its ONNX form.
    [TestMethod]
    public void Hardtanh_OfTorchSharp_HasNoBounds()
    {
        using var scope = NewDisposeScope();

        AssertTensor.AreClose([-5, 5], Hardtanh(-2, 0.5).forward(tensor([-5f, 5])), tolerance: 0);
    }

    [TestMethod]
    public void ConvTranspose2d_OfTorchSharp_TakesOneOutputPaddingForBothAxes()
    {
        using var scope = NewDisposeScope();

        // (5 − 1) · 2 + 3 = 11, and one more along the first axis alone.
        CollectionAssert.AreEqual(
            new long[] { 1, 1, 12, 12 },
            ConvTranspose2d(1, 1, (3, 3), (2, 2), (0, 0), (1, 0)).forward(ones(1, 1, 5, 5)).shape);
    }

    [TestMethod]
    public void Add_OfNull_IsRefused()
    {
        var graph = new OnnxGraph("graph");
        var input = graph.Input("input", OnnxElement.Single, 4);

        Assert.ThrowsExactly<ArgumentNullException>(() => graph.Add(null!, input));
        Assert.ThrowsExactly<ArgumentNullException>(() => OnnxGraphModules.Add(null!, Identity(), input));
    }
}
