using static MLNet.Gan.Tests.Support.OwnNetworks;
using static MLNet.Gan.Tests.Training.NetworkRefusal;

namespace MLNet.Gan.Tests.Training;

/// <summary>Networks of the user's own without an ONNX form, or without what an option needs of them, are refused before a row is read.</summary>
[TestClass]
public sealed class NetworkFormTests
{
    [TestMethod]
    public void ModuleWithoutAnOnnxForm_IsRefusedByItsPath() => AssertRefused<NotSupportedException>(
        Generator(() => nn.Sequential(("first", nn.Linear(4, 2)), ("rest", nn.Sequential(nn.ReLU(), nn.Softmax(1))))),
        "'rest.1' (Softmax) of the generator Sequential has no ONNX form. Replace it, or put a module of your own in its place that "
            + "implements IOnnxLayer.");

    [TestMethod]
    public void SettingWithoutAnOnnxForm_IsRefusedByItsPath() => AssertRefused<NotSupportedException>(
        Generator(() => new GivenModuleOf(nn.BatchNorm1d(4, track_running_stats: false))),
        "'_part' (BatchNorm1d) of the generator GivenModuleOf has no ONNX form with track_running_stats: false, since it then normalizes by "
            + "the batch in evaluation mode too.");

    [TestMethod]
    public void GeneratorOfOwnCode_WithoutOnnx_IsRefused() => AssertRefused<NotSupportedException>(
        Generator(() => new Detached()),
        "The generator Detached has no ONNX form. Implement IOnnxLayer on it, where graph.Add adds the modules it is made of, or return an "
            + "nn.Sequential of them.");

    [TestMethod]
    public void ConditionalGeneratorOfOwnCode_WithoutOnnx_IsRefused() => AssertRefused<NotSupportedException>(
        Plain with { Architecture = Architecture.Of(4, _ => new Silent(), _ => new ConditionalMlp(2, 1, 1)) },
        "The generator Silent has no ONNX form. Implement IOnnxNetwork on it, or build it as a ConditionalGenerator.");

    [TestMethod]
    public void DiscriminatorWeights_OfTorchSharpsModules_AreRefused() => AssertRefused<InvalidOperationException>(
        Discriminator(() => nn.Sequential(nn.Flatten(), nn.Linear(2, 1))) with { DiscriminatorWeights = new SpectralNormalization() },
        $"DiscriminatorWeights is {new SpectralNormalization()}, but '1' (Linear) of Sequential has a weight that is not of "
            + "NetworkSpec.Weight, on which it would have no effect. Use a layer of MLNet.Gan.Layers in its place, or leave "
            + "DiscriminatorWeights null.");

    [TestMethod]
    public void GeneratorWeights_OfTorchSharpsModules_AreRefused() => AssertRefused<InvalidOperationException>(
        Generator(() => nn.Linear(4, 2)) with { GeneratorWeights = new EqualizedLearningRate() },
        $"GeneratorWeights is {new EqualizedLearningRate()}, but Linear has a weight");

    [TestMethod]
    public void MinibatchFeature_OfADiscriminatorThatDoesNotAsk_IsRefused() => AssertRefused<InvalidOperationException>(
        Plain with
        {
            Architecture = Architecture.Of(4, _ => nn.Linear(4, 2), _ => nn.Linear(2, 1)),
            MinibatchFeature = new MinibatchStandardDeviation(),
        },
        $"MinibatchFeature is {new MinibatchStandardDeviation()}, but not all of the discriminators Linear create its "
            + "layer");

    [TestMethod]
    public void BatchNormalizationOfTorchSharp_WithAPenaltyOfSingleSamples_IsRefused() => AssertRefused<InvalidOperationException>(
        Discriminator(() => nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Linear(3, 1))) with { Regularizers = [new WganGpPenalty()] },
        "which differentiates by single samples, but Sequential normalizes by the batch.");

    private sealed class Silent() : nn.Module<Tensor, Tensor?, Tensor>(nameof(Silent))
    {
        public override Tensor forward(Tensor input, Tensor? labels) => input.narrow(1, 0, 2);
    }

    private sealed class GivenModuleOf : nn.Module<Tensor, Tensor>, IOnnxLayer
    {
        private readonly nn.Module<Tensor, Tensor> _part;

        public GivenModuleOf(nn.Module<Tensor, Tensor> part) : base(nameof(GivenModuleOf))
        {
            _part = part;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _part.call(input).narrow(1, 0, 2);

        public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(_part, input);
    }
}
