using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class GanNetworksTests
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
        using var players = new GanNetworks(
            Some.Options with { GeneratorWeights = new SpectralNormalization() }, samples, new Generator(1), CPU);

        CollectionAssert.AreEqual(
            SpyArchitecture.Weights(players.Generator.Network), SpyArchitecture.Weights(players.Average));
        double[] buffers = Buffers(players.Generator.Network), averaged = Buffers(players.Average);
        Assert.IsNotEmpty(buffers);
        CollectionAssert.AreEqual(buffers, averaged[^buffers.Length..]);
        Assert.IsFalse(players.Average.training);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void HandOn_ComputesWhatTheAverageDoesAndOutlivesThePlayers(bool grows)
    {
        var options = Some.Options with
        {
            Shape = SampleShape.Image(1, 8, 8),
            Architecture = grows ? new ProgressiveGan { Width = 4, LatentSize = 2 } : new Dcgan { Width = 4, LatentSize = 2 },
            GeneratorWeights = new SpectralNormalization(),
        };
        using var scope = NewDisposeScope();
        using var samples = new SampleSet(zeros(8, 1, 8, 8).DetachFromDisposeScope());
        var latents = randn(5, 2);
        using var players = new GanNetworks(options, samples, new Generator(1), CPU);
        if (grows)
            players.GrowTo(new Phase(Level: 1, Alpha: 0.25, BatchSize: 8));
        using var noGraph = no_grad();
        players.Generator.Parameters.State.mul_(1.25);
        players.UpdateAverage(step: 0, batchSize: 8);
        var expected = AssertTensor.Values(players.Average.forward(latents, null));

        using var generator = players.CopyAverage();
        players.Dispose();

        Assert.IsFalse(generator.training);
        CollectionAssert.AreEqual(expected, AssertTensor.Values(generator.forward(latents, null)));
    }

    private static double[] Buffers(nn.Module network) => [.. network.buffers().SelectMany(AssertTensor.Values)];
}
