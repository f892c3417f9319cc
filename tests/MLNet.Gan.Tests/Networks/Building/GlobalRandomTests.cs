using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Building;

/// <summary>What TorchSharp's modules draw from libtorch's global generator depends on the seed of the run alone.</summary>
[TestClass, DoNotParallelize]
public sealed class GlobalRandomTests
{
    [TestMethod]
    public void Draws_DependOnTheGeneratorAlone()
    {
        CollectionAssert.AreEqual(Drawn(3), Drawn(3));
        CollectionAssert.AreNotEqual(Drawn(3), Drawn(4));
    }

    [TestMethod]
    public void GlobalGenerator_GoesOnAsIfNothingHadBeenDrawn()
    {
        using var scope = NewDisposeScope();
        var state = torch.random.get_rng_state();
        var expected = randn(5);
        torch.random.set_rng_state(state);

        Drawn(3);
        Assert.ThrowsExactly<NotSupportedException>(() => GlobalRandom.Seeded<int>(new Generator(1), () => throw new NotSupportedException()));

        AssertTensor.AreClose(expected, randn(5), tolerance: 0);
    }

    [TestMethod]
    public void ModulesOfTorchSharp_InAnArchitecture_AreDrawnByItsSeed()
    {
        static double[] Weights(ulong seed)
        {
            using var network = Architecture.Of(4, _ => nn.Linear(4, 2), _ => nn.Linear(2, 1))
                .CreateGenerator(Some.Spec(SampleShape.Vector(2), seed: seed));
            return SpyArchitecture.Weights(network);
        }

        CollectionAssert.AreEqual(Weights(3), Weights(3));
        CollectionAssert.AreNotEqual(Weights(3), Weights(4));
    }

    private static double[] Drawn(ulong seed)
    {
        using var scope = NewDisposeScope();
        return GlobalRandom.Seeded(new Generator(seed), () => AssertTensor.Values(randn(5)));
    }
}
