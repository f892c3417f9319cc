using System.Runtime.CompilerServices;
using Microsoft.ML;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Tests.Documents;

/// <summary>docs/your-own-networks.md shows networks that compile, train and are exported.</summary>
[TestClass]
public sealed class YourOwnNetworksTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.onnx");

    public void Dispose() => File.Delete(_path);

    [TestMethod]
    [DataRow("YourOwnNetworksTests.cs", "own-dcgan", "        ")]
    [DataRow("OwnConditionalGenerator.cs", "own-conditional-generator", "")]
    public void Document_ShowsTheNetworksAsTheyAre(string file, string marker, string indent)
    {
        var source = File.ReadAllText(Path.Combine(ThisFolder(), file));
        var shown = source.Split($"{indent}// <{marker}>\n")[1].Split($"{indent}// </{marker}>")[0];
        if (indent.Length > 0)
            shown = shown.Replace($"\n{indent}", "\n", StringComparison.Ordinal)[indent.Length..];

        var document = File.ReadAllText(Path.Combine(ThisFolder(), "../../../docs/your-own-networks.md"));

        Assert.Contains($"```csharp\n{shown}```", document, $"Copy the lines between the markers of {file} into docs/your-own-networks.md.");
    }

    [TestMethod]
    public void Document_TellsEveryModuleOfTheTable()
    {
        var document = File.ReadAllText(Path.Combine(ThisFolder(), "../../../docs/your-own-networks.md"));

        CollectionAssert.AreEqual(
            Array.Empty<string>(), ModuleExports.Types.Select(type => type.Name).Where(name => !document.Contains($"`{name}`", StringComparison.Ordinal)).ToArray());
    }

    [TestMethod]
    public void Dcgan_OfTheDocument_IsTrainedAndExported() => TrainDcgan(TestData.Context, PixelRow.View(TestData.Context, 8), steps: 2);

    [TestMethod]
    public void ConditionalGenerator_OfTheDocument_IsTrainedAndExported()
    {
        var options = TestData.Options with
        {
            LabelColumnName = "Label",
            Architecture = Architecture.Of(
                4, spec => new OwnConditionalGenerator(4, spec.Classes), spec => new Mlp().CreateDiscriminator(spec)),
        };
        using var model = TestData.Context.Gan.Trainers.Gan(options).Fit(TestData.Points(10));

        Assert.IsTrue(model.ExportToOnnx(_path).MaxAbsoluteDifference < 1e-4);
        TestData.AssertDistinct(TestData.Read(model.Generate([0, 1, 1])));
    }

    private void TrainDcgan(MLContext ml, IDataView images, int steps)
    {
        var path = _path;

        // <own-dcgan>
        using var model = ml.Gan.Trainers.Gan(new()
        {
            Shape = SampleShape.Image(1, 16, 16),
            Architecture = Architecture.Of(
                latentSize: 32,
                _ => Sequential(
                    Unflatten(1, [32, 1, 1]), // latents are [N, 32]
                    ConvTranspose2d(32, 16, 4, bias: false), BatchNorm2d(16), ReLU(),
                    ConvTranspose2d(16, 8, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(8), ReLU(),
                    ConvTranspose2d(8, 1, 4, stride: 2, padding: 1), Tanh()),
                _ => Sequential(
                    Conv2d(1, 8, 4, stride: 2, padding: 1), LeakyReLU(0.2),
                    Conv2d(8, 16, 4, stride: 2, padding: 1), LeakyReLU(0.2),
                    Conv2d(16, 1, 4))), // logits [N, 1, 1, 1] count as [N]
            Steps = steps,
            BatchSize = 8,
        }).Fit(images);

        var difference = model.ExportToOnnx(path).MaxAbsoluteDifference; // from TorchSharp's averaged generator
        // </own-dcgan>
        Assert.IsTrue(difference < 1e-4);
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
