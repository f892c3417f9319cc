using MLNet.Gan.Tests.Pipelines;
using static MLNet.Gan.Tests.Support.OwnNetworks;

namespace MLNet.Gan.Tests.Training;

/// <summary>
/// Networks of the user's own that would train nothing, hand back another network or fail are refused before a row is read, by the
/// name and path of the module.
/// </summary>
[TestClass]
public sealed class NetworkCheckTests
{
    private const string Cure = "Call RegisterComponents() at the end of the constructor, keep several modules in a Sequential or a "
        + "ModuleList, and call register_module, register_parameter or register_buffer for what else there is";

    private static GanOptions Options => TestData.Options with { Regularizers = [] };

    [TestMethod]
    public void Generator_WhoseListIsNotRegistered_IsRefused() => AssertRefused<InvalidOperationException>(
        Generator(() => new ListedGenerator(nn.Linear(2, 2))),
        "The generator ListedGenerator computes with parameters that its parameters() does not list, so they would not be trained: "
            + $"'_blocks[0]' (Linear) of ListedGenerator is not registered. {Cure}, and requires_grad_(false) on what "
            + "must not be trained.");

    [TestMethod]
    public void Generator_OfManyUnregisteredParts_NamesTheFirst() => AssertRefused<InvalidOperationException>(
        Generator(() => new ListedGenerator(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 2))),
        "'_blocks[0]' (Linear) of ListedGenerator and 2 more are not registered.");

    [TestMethod]
    public void ConditionalGenerator_WithoutRegisterComponents_IsRefused() => AssertRefused<InvalidOperationException>(
        Options with { Architecture = Architecture.Of(4, _ => new Forgetful(), _ => new ConditionalMlp(2, 1, 1)), LabelColumnName = "Label" },
        "The generator Forgetful computes with parameters that its parameters() does not list, so they would not be trained: "
            + "'_main' (Linear) of Forgetful is not registered.");

    [TestMethod]
    public void Discriminator_WhoseListIsNotRegistered_IsRefused() => AssertRefused<InvalidOperationException>(
        Discriminator(() => new ListedDiscriminator()),
        "The discriminator ListedDiscriminator computes with parameters that its parameters() does not list");

    [TestMethod]
    public void UnregisteredDropout_IsRefused() => AssertRefused<InvalidOperationException>(
        Generator(() => new ListedGenerator(nn.Dropout(0.5))),
        "In evaluation mode, the generator ListedGenerator computes different samples from the same latents, so its exported file could "
            + "not compute what it does: '_blocks[0]' (Dropout) of ListedGenerator is not registered.");

    [TestMethod]
    public void UnregisteredBatchNormalization_IsRefused() => AssertRefused<InvalidOperationException>(
        Generator(() => new ListedGenerator(nn.BatchNorm1d(2, affine: false))),
        "In evaluation mode, a sample of the generator ListedGenerator depends on the other 7 of its batch, so its exported file could not "
            + "compute what it does: '_blocks[0]' (BatchNorm1d) of ListedGenerator is not registered.");

    [TestMethod]
    public void UnregisteredConstants_ThatAreDrawn_AreRefused() => AssertRefused<InvalidOperationException>(
        Generator(() => { var shift = randn(2); return new GivenModule(samples => samples + shift); }),
        $"Two generators GivenModule with the same parameters and buffers compute different samples, so the averaged generator would not be "
            + $"the one that was trained. Register what else it computes with. {Cure}.");

    [TestMethod]
    public void Generator_ThatDrawsInEvaluationMode_IsRefused() => AssertRefused<InvalidOperationException>(
        Generator(() => new GivenModule(samples => samples + randn_like(samples))),
        "In evaluation mode, the generator GivenModule computes different samples from the same latents, so its exported file could not "
            + "compute what it does. Draw no random numbers in forward then.");

    [TestMethod]
    public void NetworkForFewerClassesThanThereAre_IsRefusedBeforeTheTraining()
    {
        var architecture = Architecture.Of(4, _ => new ConditionalMlp(4, 2, 1), _ => new ConditionalMlp(2, 1, 2));

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => TestData.Context.Gan.Trainers
            .Gan(Options with { Architecture = architecture, LabelColumnName = "Label" }).Fit(TestData.Points(10)));

        Assert.Contains(
            "The generator ConditionalMlp fails at '_classes' (Embedding), which was given a tensor [8], so nothing was trained: index out of "
                + "range in self.", thrown.Message);
    }

    [TestMethod]
    public void FrozenUnregisteredModule_IsTaken()
    {
        var frozen = ones(2);

        using var model = TestData.Context.Gan.Trainers.Gan(Discriminator(() => new ShiftedDiscriminator(frozen))).Fit(TestData.Points(10));

        TestData.AssertDistinct(TestData.Read(model.Generate(3)));
    }

    [TestMethod]
    public void Discriminator_ThatDetaches_IsBlamedItself() => AssertRefused<InvalidOperationException>(
        Discriminator(() => new Detached()),
        "Detached returned logits without a graph to its parameters. Training needs it: use tensor operations, "
            + "without detach() or no_grad(), and leave requires_grad of a parameter true.");

    [TestMethod]
    public void Discriminator_WithoutParameters_IsRefused() => AssertRefused<InvalidOperationException>(
        Discriminator(() => nn.Sequential(nn.Flatten(), nn.Softplus())), "Sequential returned logits");

    [TestMethod]
    public void Generator_OfWrongSizes_IsRefusedByTheModulesPath() => AssertRefused<InvalidOperationException>(
        Generator(() => nn.Sequential(("first", nn.Linear(4, 8)), ("rest", nn.Sequential(nn.ReLU(), nn.Linear(7, 2))))),
        "The generator Sequential fails at 'rest.1' (Linear), which was given a tensor [8, 8], so nothing was trained: mat1 and mat2 shapes "
            + "cannot be multiplied (8x8 and 7x2). Change the sizes of that module, or those of the modules before it.");

    [TestMethod]
    public void Discriminator_OfWrongSizes_IsRefusedByTheModulesPath() => AssertRefused<InvalidOperationException>(
        Discriminator(() => nn.Sequential(nn.Linear(2, 3), nn.Linear(4, 1))),
        "The discriminator Sequential fails at '1' (Linear), which was given a tensor [8, 3], so nothing was trained: mat1 and mat2 shapes "
            + "cannot be multiplied (8x3 and 4x1).");

    [TestMethod]
    public void Generator_OfAnotherShape_IsRefusedByItsName() => AssertRefused<InvalidOperationException>(
        Generator(() => nn.Linear(4, 3)), "Linear.forward returned a tensor [8, 3] of Float32 on cpu, where a tensor [8, 2]");

    [TestMethod]
    public void Generator_OfDoublePrecision_IsRefused() => AssertRefused<InvalidOperationException>(
        Generator(() => nn.Linear(4, 2, dtype: ScalarType.Float64)),
        "'generator.weight' of the generator is of Float64, but samples are of Float32. Make every parameter and buffer of Float32.");

    [TestMethod]
    public void Discriminator_OfDoublePrecision_IsRefused() => AssertRefused<InvalidOperationException>(
        Discriminator(() => nn.Linear(2, 1, dtype: ScalarType.Float64)),
        "'0.discriminator.weight' of the discriminator is of Float64, but samples are of Float32. Make every parameter and buffer of Float32.");

    [TestMethod]
    public void Generator_ThatChangesItsInputInPlace_IsRefused() => AssertRefused<InvalidOperationException>(
        Generator(() => nn.Sequential(nn.ReLU(inplace: true), nn.Linear(4, 2))),
        "The generator Sequential changes its input in place, so that whatever else reads it computes something else. Leave inplace false "
            + "in the first module, and use no operation whose name ends in an underscore on the input.");

    [TestMethod]
    public void Discriminator_ThatChangesItsInputInPlace_IsRefused() => AssertRefused<InvalidOperationException>(
        Discriminator(() => nn.Sequential(nn.ReLU(inplace: true), nn.Linear(2, 1))),
        "The discriminator Sequential changes its input in place");

    [TestMethod]
    public void InPlaceActivation_BehindAnotherModule_IsTrained()
    {
        using var model = TestData.Context.Gan.Trainers
            .Gan(Generator(() => nn.Sequential(nn.Linear(4, 2), nn.ReLU(inplace: true), nn.Linear(2, 2)))).Fit(TestData.Points(10));

        TestData.AssertDistinct(TestData.Read(model.Generate(3)));
    }

    [TestMethod]
    public void ConditionalGenerator_WithoutLabelColumnName_IsRefused() => AssertRefused<InvalidOperationException>(
        Options with { Architecture = Architecture.Of(4, _ => new ConditionalMlp(4, 2, 1), _ => new ConditionalMlp(2, 1, 1)) },
        "LabelColumnName is not set, so the generator ConditionalMlp gets no labels, and it fails: Nullable object must have a value. Name "
            + "the column of classes, or use a generator that computes without labels.");

    [TestMethod]
    public void ConditionalDiscriminator_WithoutLabelColumnName_IsRefused() => AssertRefused<InvalidOperationException>(
        Options with
        {
            Architecture = Architecture.Of(
                4, _ => new ConditionalGenerator(null, new Layers.Sequential(nn.Linear(4, 2))), _ => new ConditionalMlp(2, 1, 1)),
        },
        "LabelColumnName is not set, so the discriminator ConditionalMlp gets no labels, and it fails: ");

    [TestMethod]
    public void Hardtanh_InADiscriminator_IsRefusedByItsPath() => AssertRefused<InvalidOperationException>(
        Discriminator(() => nn.Sequential(nn.Linear(2, 3), nn.Hardtanh(), nn.Linear(3, 1))),
        "The discriminator Sequential fails at '2' (Linear), which was given a disposed tensor, so nothing was trained: Tensor invalid -- "
            + "empty handle. '1' (Hardtanh) returns its input itself, and nn.Sequential disposes of what its modules read. Replace it.");

    [TestMethod]
    public void Hardtanh_AtTheEndOfADiscriminator_IsRefusedByItsPath() => AssertRefused<InvalidOperationException>(
        Discriminator(() => nn.Sequential(nn.Linear(2, 1), nn.Hardtanh())),
        "'1' (Hardtanh) returns its input itself, and nn.Sequential disposes of what its modules read. Replace it.");

    [TestMethod]
    public void Generator_ThatDisposesOfWhatItReturns_IsRefused() => AssertRefused<InvalidOperationException>(
        Generator(() => new GivenModule(samples => { samples.Dispose(); return samples; })),
        "The generator GivenModule fails, which was given a tensor [8, 4], so nothing was trained: Tensor invalid: it was disposed before it "
            + "was returned. A tensor that it computes with was disposed: look for a using or Dispose of what is still read, or");

    [TestMethod]
    public void Discriminator_ThatDisposesOfItsInput_IsRefused() => AssertRefused<InvalidOperationException>(
        Discriminator(() => new Disposing()),
        "The discriminator Disposing disposes of its input, which training still reads, so nothing was trained. Remove the using or Dispose "
            + "of it from its forward.");

    [TestMethod]
    public void LayerOfSeveralGenerators_IsRefused()
    {
        var shared = nn.Linear(4, 2);

        AssertRefused<InvalidOperationException>(
            Options with { Architecture = Architecture.Of(4, _ => nn.Sequential(shared), _ => nn.Linear(2, 1)) },
            "The generator Sequential fails at '0' (Linear), which was given a tensor [8, 4], so nothing was trained: Tensor invalid -- empty "
                + "handle. A tensor that it computes with was disposed: look for a using or Dispose of what is still read, or for a module "
                + "that several networks share, since each network is disposed with its modules.");
    }

    [TestMethod]
    public void Generator_ThatReturnsNull_IsRefused() => AssertRefused<InvalidOperationException>(
        Generator(() => new GivenModule(_ => null!)), "The generator GivenModule returned null. Return a tensor from its forward.");

    [TestMethod]
    public void Discriminator_ThatReturnsNull_IsRefused() => AssertRefused<InvalidOperationException>(
        Discriminator(() => new Empty()), "The discriminator Empty returned null. Return a tensor from its forward.");

    [TestMethod]
    public void Generator_OfWhichAllIsFrozen_IsRefused() => AssertRefused<InvalidOperationException>(
        Generator(() => Frozen(nn.Linear(4, 2))),
        "Linear.forward returned samples without a graph. Training needs it: use tensor operations, without detach() or no_grad(), and "
            + "leave requires_grad of a parameter true.");

    [TestMethod]
    public void Generator_ThatBeginsWithWeightsThatAreNoNumbers_IsCalledUntrained() => AssertRefused<InvalidOperationException>(
        Generator(() => Unset(nn.Linear(4, 2))),
        "The untrained generator generates values that are not finite, so nothing was trained. Initialize all its weights and buffers with "
            + "finite numbers.");

    [TestMethod]
    public void BatchNormalizationOfASingleSample_IsRefusedWithTheBatchSize() => AssertRefused<InvalidOperationException>(
        Generator(() => nn.Sequential(nn.Linear(4, 2), nn.BatchNorm1d(2))) with { BatchSize = 1 },
        "The buffer 'generator.1.running_var' of the generator Sequential is not finite behind a batch of 1, so nothing was trained. Initialize "
            + "all weights and buffers with finite numbers, and with batch normalization set a BatchSize of at least 2, since one value has no "
            + "variance.");

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
        Options with { Architecture = Architecture.Of(4, _ => new Silent(), _ => new ConditionalMlp(2, 1, 1)) },
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
        Options with
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

    private static GanOptions Generator(Func<nn.Module<Tensor, Tensor>> make) =>
        Options with { Architecture = Architecture.Of(4, _ => make(), _ => nn.Linear(2, 1)) };

    private static GanOptions Discriminator(Func<nn.Module<Tensor, Tensor>> make) =>
        Options with { Architecture = Architecture.Of(4, _ => nn.Linear(4, 2), _ => make()) };

    private static void AssertRefused<T>(GanOptions options, string part) where T : Exception
    {
        var view = new CountingView(TestData.Points(10));

        var thrown = Assert.ThrowsExactly<T>(() => TestData.Context.Gan.Trainers.Gan(options).Fit(view));

        Assert.Contains(part, thrown.Message);
        Assert.AreEqual(0, view.RowsRead);
    }

    private static nn.Module<Tensor, Tensor> Frozen(nn.Module<Tensor, Tensor> network)
    {
        foreach (var parameter in network.parameters())
            parameter.requires_grad_(false);
        return network;
    }

    private static nn.Module<Tensor, Tensor> Unset(nn.Module<Tensor, Tensor> network)
    {
        using var _ = no_grad();
        foreach (var parameter in network.parameters())
            parameter.fill_(float.NaN);
        return network;
    }

    private sealed class Empty() : nn.Module<Tensor, Tensor>(nameof(Empty))
    {
        public override Tensor forward(Tensor input) => null!;
    }

    private sealed class Disposing() : nn.Module<Tensor, Tensor>(nameof(Disposing))
    {
        private readonly nn.Module<Tensor, Tensor> _last = nn.Linear(2, 1);

        public override Tensor forward(Tensor input)
        {
            using (input)
                return _last.call(input);
        }
    }

    private sealed class Forgetful() : nn.Module<Tensor, Tensor?, Tensor>(nameof(Forgetful)), IOnnxNetwork
    {
        private readonly TorchSharp.Modules.Linear _main = nn.Linear(4, 2);

        public override Tensor forward(Tensor input, Tensor? labels) => _main.call(input);

        public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label) => graph.Add(_main, input);
    }

    private sealed class Silent() : nn.Module<Tensor, Tensor?, Tensor>(nameof(Silent))
    {
        public override Tensor forward(Tensor input, Tensor? labels) => input.narrow(1, 0, 2);
    }

    private sealed class ListedDiscriminator() : nn.Module<Tensor, Tensor>(nameof(ListedDiscriminator))
    {
        private readonly nn.Module<Tensor, Tensor>[] _blocks = [nn.Linear(2, 3)];
        private readonly nn.Module<Tensor, Tensor> _last = nn.Linear(3, 1);

        public override Tensor forward(Tensor input) => _last.call(_blocks[0].call(input));
    }

    private sealed class ShiftedDiscriminator(Tensor shift) : nn.Module<Tensor, Tensor>(nameof(ShiftedDiscriminator))
    {
        private readonly Tensor[] _constants = [shift];
        private readonly nn.Module<Tensor, Tensor> _last = nn.Linear(2, 1);

        public override Tensor forward(Tensor input) => _last.call(input + _constants[0]);
    }

    private sealed class Detached() : nn.Module<Tensor, Tensor>(nameof(Detached))
    {
        private readonly nn.Module<Tensor, Tensor> _last = nn.Linear(2, 1);

        public override Tensor forward(Tensor input) => _last.call(input).detach();
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
