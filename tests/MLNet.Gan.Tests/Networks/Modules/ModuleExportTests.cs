using System.Runtime.CompilerServices;
using MLNet.Gan.Tests.Support;
using static TorchSharp.torch.nn;
using LeakyRelu = MLNet.Gan.Layers.LeakyRelu;

namespace MLNet.Gan.Tests.Networks.Modules;

/// <summary>What ONNX Runtime computes with the form of each of TorchSharp's modules is what TorchSharp computes.</summary>
[TestClass]
public sealed class ModuleExportTests : IDisposable
{
    private static readonly ModuleCase[] All =
    [
        Of(() => Linear(5, 3), 4, 5), Of(() => Linear(5, 3, hasBias: false), 4, 5), Of(() => Linear(5, 3), 4, 2, 7, 5),
        Of(() => Embedding(6, 3), 4) with { Classes = 6 },
        Of(() => Identity(), 4, 5),
        Of(() => Sequential(Linear(5, 4), ReLU(), Sequential(("a", Linear(4, 4)), ("b", Tanh()))), 4, 5),
        Of(() => Sequential(Convolved(), new LeakyRelu(0.3)), 2, 4, 7, 5),

        Of(() => Conv2d(4, 6, 3), 2, 4, 7, 5),
        Of(() => Conv2d(4, 6, (3, 2), (2, 1), (2, 1), (1, 2), groups: 2, bias: false), 2, 4, 9, 7),
        Of(() => Conv2d(4, 6, (4, 3), padding: Padding.Same, dilation: (1, 2)), 2, 4, 7, 5),
        Of(() => Conv2d(4, 6, 3, padding: Padding.Valid), 2, 4, 7, 5),
        Of(() => Conv2d(4, 6, (3, 5), padding: (1, 2), padding_mode: PaddingModes.Reflect), 2, 4, 7, 5),
        Of(() => Conv2d(4, 6, 3, padding: 2, padding_mode: PaddingModes.Replicate), 2, 4, 7, 5),
        Of(() => Conv1d(4, 6, 3, stride: 2, padding: 1, dilation: 2, groups: 2), 2, 4, 11),
        Of(() => ConvTranspose2d(4, 6, 4, stride: 2, padding: 1), 2, 4, 7, 5),
        Of(() => ConvTranspose2d(4, 6, (3, 4), (3, 2), (0, 1), (1, 1), groups: 2, bias: false, dilation: (2, 1)), 2, 4, 5, 3),
        Of(() => ConvTranspose1d(4, 6, 3, stride: 2, padding: 1, output_padding: 1, dilation: 2, groups: 2), 2, 4, 7),

        Of(() => BatchNorm1d(5), 4, 5), Of(() => BatchNorm1d(5, eps: 0.1, affine: false), 4, 5, 3),
        Of(() => BatchNorm2d(4), 2, 4, 3, 5), Of(() => BatchNorm2d(4, eps: 0.3, momentum: 0.5, affine: false), 2, 4, 3, 5),
        Of(() => InstanceNorm1d(4, eps: 0.2), 2, 4, 7),
        Of(() => InstanceNorm2d(4), 2, 4, 3, 5), Of(() => InstanceNorm2d(4, eps: 0.3, affine: true), 2, 4, 3, 5),
        Of(() => InstanceNorm2d(4, affine: true, track_running_stats: true), 2, 4, 3, 5),
        Of(() => LayerNorm([5]), 4, 5), Of(() => LayerNorm([3, 5], eps: 0.2), 2, 4, 3, 5),
        Of(() => LayerNorm([5], elementwise_affine: false), 4, 2, 5), Of(() => LayerNorm([5], bias: false), 4, 5),
        Of(() => GroupNorm(2, 6), 2, 6, 3, 5), Of(() => GroupNorm(3, 6, eps: 0.2, affine: false), 2, 6, 3, 5),
        Of(() => GroupNorm(2, 6), 4, 6, 7),

        Of(() => ReLU(), 4, 5), Of(() => ReLU(inplace: true), 4, 5), Of(() => ReLU6(), 4, 5), Of(() => Sigmoid(), 4, 5),
        Of(() => Tanh(), 4, 5), Of(() => Softsign(), 4, 5), Of(() => SELU(), 4, 5), Of(() => SiLU(), 4, 5), Of(() => Mish(), 4, 5),
        Of(() => LogSigmoid(), 4, 5), Of(() => Hardsigmoid(), 4, 5), Of(() => Hardswish(), 4, 5),
        Of(() => LeakyReLU(0.3), 4, 5), Of(() => ELU(0.7), 4, 5), Of(() => CELU(1.7), 4, 5),
        Of(() => GELU(), 4, 5), Of(() => GELU(approximate: TorchSharp.Modules.GELU.Approximate.tanh), 4, 5),
        Of(() => Softplus(), 4, 5), Of(() => Softplus(beta: 0.7, threshold: 1.5), 4, 5),
        Of(() => PReLU(1), 4, 5), Of(() => PReLU(4), 2, 4, 3, 5), Of(() => PReLU(5), 4, 5),

        Of(() => Dropout(0.9), 4, 5), Of(() => Dropout1d(0.9), 4, 5, 3), Of(() => Dropout2d(0.9), 4, 5, 3, 2),
        Of(() => Dropout3d(0.9), 4, 5, 3, 2, 2), Of(() => AlphaDropout(0.9), 4, 5), Of(() => FeatureAlphaDropout(0.9), 4, 5, 3),

        Of(() => Flatten(), 2, 4, 3, 5), Of(() => Flatten(1, 2), 2, 4, 3, 5), Of(() => Flatten(2), 2, 4, 3, 5),
        Of(() => Flatten(-3, -2), 2, 4, 3, 5),
        Of(() => Unflatten(1, [3, 2, 2]), 4, 12), Of(() => Unflatten(1, [2, -1]), 2, 4, 3, 5),
        Of(() => Unflatten(2, [3, 1]), 2, 4, 3, 5),
        Of(() => PixelShuffle(2), 2, 12, 3, 5),

        Of(() => Upsample(scale_factor: [2, 2]), 2, 4, 3, 5), Of(() => Upsample(scale_factor: [1.5, 3]), 2, 4, 4, 5),
        Of(() => Upsample(scale_factor: [3]), 2, 4, 5), Of(() => Upsample(size: [7, 8]), 2, 4, 3, 5),
        Of(() => Upsample(scale_factor: [2, 2.5], mode: UpsampleMode.Bilinear), 2, 4, 3, 4),
        Of(() => Upsample(size: [7, 8], mode: UpsampleMode.Bilinear), 2, 4, 3, 5),
        Of(() => Upsample(size: [7, 8], mode: UpsampleMode.Bilinear, align_corners: true), 2, 4, 3, 5),
        Of(() => Upsample(scale_factor: [2, 3], mode: UpsampleMode.Bilinear, align_corners: true), 2, 4, 3, 5),

        Of(() => AvgPool2d(3), 2, 4, 9, 7), Of(() => AvgPool2d((3, 2), (2, 1), (1, 1)), 2, 4, 7, 5),
        Of(() => AvgPool2d((3, 2), (2, 1), (1, 1), count_include_pad: false), 2, 4, 7, 5),
        Of(() => MaxPool2d(2), 2, 4, 7, 5), Of(() => MaxPool2d((3, 2), (2, 1), (1, 1), (2, 1)), 2, 4, 9, 5),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public static IEnumerable<object[]> Cases => All.Select(found => new object[] { found });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Export_ComputesTheSame(object found)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var module = ((ModuleCase)found).Module();
        var input = ((ModuleCase)found).Input();

        var actual = OnnxRun.OfModule(module, input, like: module.forward(input.clone()));

        var expected = module.forward(input.clone());
        Assert.IsTrue(expected.std().ToDouble() > 0.05, "Equal constants would prove nothing.");
        AssertTensor.AreClose(expected, actual, tolerance: 1e-4);
    }

    [TestMethod]
    public void Export_OfEveryModule_IsAcceptedByOnnx() => OnnxChecker.Accepts(
        All.Where(found => found.Classes == 0).Select((found, index) =>
        {
            using var scope = NewDisposeScope();
            using var module = found.Module();
            var input = found.Input();
            var path = Path.Combine(_folder, $"{index}.onnx");
            File.WriteAllBytes(path, OnnxRun.File(module, input, module.forward(input.clone())));
            return path;
        }).ToList());

    // Hardtanh is in the table only to be refused.
    [TestMethod]
    public void Cases_HaveEveryTypeOfTheTable() => CollectionAssert.IsSubsetOf(
        ModuleExports.Types.Select(type => type.Name).ToArray(),
        All.Select(found => found.Create().GetType().Name).Append("Hardtanh").Distinct().ToArray());

    private static Module<Tensor, Tensor> Convolved() => Conv2d(4, 3, 3);

    private static ModuleCase Of(
        Func<Module<Tensor, Tensor>> create, long rows, long columns = 0, long third = 0, long fourth = 0, long fifth = 0,
        [CallerArgumentExpression(nameof(create))] string name = "") =>
        new($"{name} of [{string.Join(", ", Sizes(rows, columns, third, fourth, fifth))}]", create, Sizes(rows, columns, third, fourth, fifth));

    private static long[] Sizes(params long[] sizes) => [.. sizes.Where(size => size > 0)];
}
