using MLNet.Gan.Tests.Pipelines;
using static MLNet.Gan.Tests.Support.OwnNetworks;
using static MLNet.Gan.Tests.Training.NetworkRefusal;

namespace MLNet.Gan.Tests.Training;

/// <summary>Networks of the user's own that would train nothing, or hand back another network, are refused before a row is read.</summary>
[TestClass]
public sealed class NetworkCheckTests
{
    private const string Cure = "Call RegisterComponents() at the end of the constructor, keep several modules in a Sequential or a "
        + "ModuleList, and call register_module, register_parameter or register_buffer for what else there is";

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
        Plain with { Architecture = Architecture.Of(4, _ => new Forgetful(), _ => new ConditionalMlp(2, 1, 1)), LabelColumnName = "Label" },
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
            .Gan(Plain with { Architecture = architecture, LabelColumnName = "Label" }).Fit(TestData.Points(10)));

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

    private sealed class Forgetful() : nn.Module<Tensor, Tensor?, Tensor>(nameof(Forgetful)), IOnnxNetwork
    {
        private readonly TorchSharp.Modules.Linear _main = nn.Linear(4, 2);

        public override Tensor forward(Tensor input, Tensor? labels) => _main.call(input);

        public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label) => graph.Add(_main, input);
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
}
