using MLNet.Gan.Tests.Pipelines;
using static MLNet.Gan.Tests.Support.OwnNetworks;
using static MLNet.Gan.Tests.Training.NetworkRefusal;

namespace MLNet.Gan.Tests.Training;

/// <summary>Networks of the user's own that fail are refused before a row is read, with the cause and the path of the module.</summary>
[TestClass]
public sealed class NetworkFailureTests
{
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
        Plain with { Architecture = Architecture.Of(4, _ => new ConditionalMlp(4, 2, 1), _ => new ConditionalMlp(2, 1, 1)) },
        "LabelColumnName is not set, so the generator ConditionalMlp gets no labels, and it fails: Nullable object must have a value. Name "
            + "the column of classes, or use a generator that computes without labels.");

    [TestMethod]
    public void ConditionalDiscriminator_WithoutLabelColumnName_IsRefused() => AssertRefused<InvalidOperationException>(
        Plain with
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
            Plain with { Architecture = Architecture.Of(4, _ => nn.Sequential(shared), _ => nn.Linear(2, 1)) },
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
}
