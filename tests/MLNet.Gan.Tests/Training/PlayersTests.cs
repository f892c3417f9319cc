using MLNet.Gan.Networks;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Training;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class PlayersTests
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Average_BeginsAsACopyOfTheGenerator(bool standardizes)
    {
        using var samples = Some.Points();
        if (standardizes)
            samples.Standardize();

        // The vectors of spectral normalization are drawn for each network anew.
        using var players = new Players(
            Some.Options with { GeneratorWeights = new SpectralNormalization() }, samples, new Generator(1), CPU);

        CollectionAssert.AreEqual(
            SpyArchitecture.Weights(players.Generator.Network), SpyArchitecture.Weights(players.Average));
        double[] buffers = Buffers(players.Generator.Network), averaged = Buffers(players.Average);
        Assert.IsNotEmpty(buffers);
        CollectionAssert.AreEqual(buffers, averaged[^buffers.Length..]);
        Assert.IsFalse(players.Average.training);
    }

    private static double[] Buffers(nn.Module network) => [.. network.buffers().SelectMany(AssertTensor.Values)];
}
