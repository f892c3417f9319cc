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

    [TestMethod]
    public void Add_OfNull_IsRefused()
    {
        var graph = new OnnxGraph("graph");
        var input = graph.Input("input", OnnxElement.Single, 4);

        Assert.ThrowsExactly<ArgumentNullException>(() => graph.Add(null!, input));
        Assert.ThrowsExactly<ArgumentNullException>(() => OnnxGraphModules.Add(null!, Identity(), input));
    }
}
