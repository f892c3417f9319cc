using Microsoft.ML;
using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;
using static MLNet.Gan.Tests.Support.OwnNetworks;

namespace MLNet.Gan.Tests.Training;

/// <summary>Networks as PyTorch users write them train, are averaged, exported and loaded.</summary>
[TestClass, DoNotParallelize] // Their weights come from libtorch's global generator, which other tests draw from.
public sealed class OwnNetworkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private static GanOptions Dcgan => new()
    {
        Shape = PixelRow.Shape, Loss = new NonSaturatingLoss(), Regularizers = [new R1Penalty { Gamma = 0.1 }],
        Architecture = Architecture.Of(8, _ => new DcganGenerator(8, 4), _ => new DcganDiscriminator(4)),
        BatchSize = 8, Steps = 4, Seed = 5, Average = new ExponentialMovingAverage { Decay = 0.5 },
    };

    private static GanOptions Perceptron => TestData.Options with
    {
        Architecture = Architecture.Of(
            4, spec => nn.Sequential(nn.Linear(4, 16), nn.GELU(), nn.Dropout(0.2), nn.BatchNorm1d(16), nn.Linear(16, spec.Shape.Size)),
            spec => nn.Sequential(nn.Linear(spec.Shape.Size, 16), nn.LeakyReLU(0.2), nn.Linear(16, 1))),
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Dcgan_IsTrainedExportedAndLoaded() => AssertRoundTrip(Dcgan, PixelRow.View(TestData.Context, 16), model => model.Generate(5));

    [TestMethod]
    public void Perceptron_IsTrainedExportedAndLoaded() => AssertRoundTrip(Perceptron, TestData.Points(10), model => model.Generate(5));

    [TestMethod]
    public void ConditionalPerceptron_IsTrainedExportedAndLoaded() => AssertRoundTrip(
        TestData.Options with
        {
            LabelColumnName = "Label",
            Architecture = Architecture.Of(
                4, spec => new ConditionalMlp(4, 2, spec.Classes), spec => new ConditionalMlp(2, 1, spec.Classes)),
        },
        TestData.Points(10), model => model.Generate([0, 1, 1, 0, 1]));

    [TestMethod]
    public void LayersOfBoth_InOneSequential_AreTrainedExportedAndLoaded() => AssertRoundTrip(
        TestData.Options with
        {
            LabelColumnName = "Label",
            MinibatchFeature = new MinibatchStandardDeviation(),
            Architecture = Architecture.Of(
                4, spec => new ConditionalGenerator(
                    new LabelEmbedding(spec, 3, deviation: 1), new Sequential(nn.Linear(7, 8), new LeakyRelu(0.1), nn.Linear(8, 2))),
                spec => new Discriminator(spec, new Sequential(nn.Linear(2, 8), nn.Softplus()), 8)),
        },
        TestData.Points(10), model => model.Generate([0, 1, 1, 0, 1]));

    [TestMethod]
    public void SeveralGenerators_Packing_AndAnAuxiliary_AreTrainedExportedAndLoaded() => AssertRoundTrip(
        Perceptron with
        {
            Architecture = new MultipleGenerators { Inner = Perceptron.Architecture, Count = 3 },
            AuxiliaryDiscriminators = [new() { Downsampling = 1, Architecture = Perceptron.Architecture }],
            Unrolling = new() { Steps = 2 },
            Packing = 2,
        },
        TestData.Points(10), model => model.Generate(5));

    [TestMethod]
    public void SpectralNormalization_OfLayersThatKnowIt_IsTrainedExportedAndLoaded() => AssertRoundTrip(
        Perceptron with
        {
            DiscriminatorWeights = new SpectralNormalization(),
            Architecture = Architecture.Of(
                4, _ => nn.Linear(4, 2),
                spec => nn.Sequential(new Linear(spec, 2, 8, gain: 1), nn.LayerNorm([8]), nn.ReLU(), new Linear(spec, 8, 1, gain: 1))),
        },
        TestData.Points(10), model => model.Generate(5));

    [TestMethod]
    public void Standardized_IsTrainedExportedAndLoaded() => AssertRoundTrip(
        Perceptron with { Standardizes = true }, TestData.Points(10), model => model.Generate(5));

    [TestMethod]
    public void EqualSeeds_GiveEqualGenerators()
    {
        double[] Weights(int seed) => Trained.Weights(
            Dcgan with { Seed = seed }, new SampleSet(rand([16, 1, 16, 16], generator: new Generator(2)).DetachFromDisposeScope()));

        var weights = Weights(5);

        CollectionAssert.AreEqual(weights, Weights(5));
        CollectionAssert.AreNotEqual(weights, Weights(6));
    }

    [TestMethod]
    public void Average_IsOfParametersAndRunningStatistics()
    {
        var options = Dcgan with { Average = new ExponentialMovingAverage { Decay = 0.25 } };
        using var samples = new SampleSet(rand([16, 1, 16, 16], generator: new Generator(2)).DetachFromDisposeScope());
        using var random = new Generator(1);
        using var networks = new GanNetworks(options, samples, random, CPU);
        var before = State(networks.Generator.Network);
        using (no_grad())
            networks.Generator.Parameters.State.add_(2);

        networks.UpdateAverage(step: 1_000_000, batchSize: 8);

        // 0.25 · old + 0.75 · (old + 2) = old + 1.5, for means and variances of batch normalization too.
        var after = State(networks.Average);
        Assert.HasCount(before.Length, after);
        Assert.IsTrue(before.Length > networks.Generator.Network.parameters().Sum(parameter => parameter.numel()));
        for (var i = 0; i < after.Length; i++)
            Assert.AreEqual(before[i] + 1.5, after[i], 1e-5);
    }

    [TestMethod]
    public void ParameterThatWasFrozen_StaysAsItWas()
    {
        var options = Some.Options with
        {
            Architecture = Architecture.Of(2, _ => Frozen(nn.Linear(2, 3), nn.Linear(3, 2)), _ => Frozen(nn.Linear(2, 3), nn.Linear(3, 1))),
        };
        using var samples = Some.Points();
        using var random = new Generator(1);
        using var networks = new GanNetworks(options, samples, random, CPU);

        networks.Discriminator.Freeze(true);
        networks.Discriminator.Freeze(false);

        foreach (var network in new nn.Module[] { networks.Generator.Network, networks.Discriminator.Network })
            CollectionAssert.AreEqual(
                new[] { false, false, true, true }, network.parameters().Select(parameter => parameter.requires_grad).ToArray());
        Trained.Run(options);
    }

    private static nn.Module<Tensor, Tensor> Frozen(nn.Module<Tensor, Tensor> first, nn.Module<Tensor, Tensor> last)
    {
        foreach (var parameter in first.parameters())
            parameter.requires_grad_(false);
        return nn.Sequential(first, last);
    }

    private static double[] State(nn.Module network) =>
    [
        .. network.parameters().SelectMany(AssertTensor.Values),
        .. network.buffers().Where(buffer => buffer.dtype == ScalarType.Float32).SelectMany(AssertTensor.Values),
    ];

    private void AssertRoundTrip(GanOptions options, IDataView data, Func<GanTransformer, IDataView> generate)
    {
        var path = Path.Combine(_folder, "own.onnx");
        using var model = TestData.Context.Gan.Trainers.Gan(options).Fit(data);
        var samples = TestData.Read(generate(model));

        // Measured between TorchSharp's averaged generator and ONNX Runtime on 256 latents.
        var difference = model.ExportToOnnx(path).MaxAbsoluteDifference;
        using var loaded = TestData.Context.Gan.Load(path);

        Assert.IsTrue(difference < 1e-4, $"{difference}");
        TestData.AssertDistinct(samples);
        TestData.AssertSame(samples, TestData.Read(generate(loaded)));
        Assert.Contains("Architecture = ", loaded.OptionsText);
        OnnxChecker.Accepts([path]);
    }
}
